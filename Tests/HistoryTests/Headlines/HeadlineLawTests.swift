import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

/// Any row of runs: what holds is what the plain twin says, and a day is written again if and only if something else holds on it.
@Suite("Laws of headlines")
struct HeadlineLawTests {
    private static let keys: [ByteString] = ["a", "a/b", "b", "c", "zz"]

    @Test("What holds on a day, and which days are written again", arguments: 0..<40 as Range<UInt64>)
    func validity(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let place = try Place()
        let history = try place.write()
        let days = (0..<7).map { CalendarDay(number: Sample.monday.number + $0) }
        var articles: [CalendarDay: [ByteString]] = [:]
        for day in days {
            let keys = random.row(of: Self.keys, upTo: 4)
            if keys.isEmpty { continue }
            articles[day] = keys
            try history.count(keys, on: day)
        }

        var plain = PlainHeadlines()
        var today = days[Int.random(in: 0..<3, using: &random)]
        var wasPurged = false
        for step in 0..<12 {
            // Mostly the next night, at times the same day again, at times a clock that was put back.
            today = CalendarDay(
                number: today.number + Int32([0, 0, 1, 1, 1, 2, -1].randomElement(using: &random) ?? 1))
            let before = plain
            let seen = headlines(&random)
            plain.see(seen, on: today)
            let revisions = try history.days().map(\.revision)
            try history.see(seen, on: today)

            for (day, revision) in zip(try history.days(), revisions) {
                let held = articles[day.day] ?? []
                let changed = held.contains {
                    before.headline(of: $0, on: day.day) != plain.headline(of: $0, on: day.day)
                }
                #expect((day.revision != revision) == changed, "seed \(seed), step \(step), \(day.day)")
            }
            let first = try history.days().first?.day ?? today
            for day in days + [today, today.next] where day >= first {
                let read = try history.headlines(on: day, of: Self.keys)
                for key in Self.keys {
                    #expect(
                        read[key] == plain.headline(of: key, on: day), "seed \(seed), step \(step), \(key) on \(day)")
                }
            }
            if !wasPurged {
                #expect(try history.rows()["headline"] ?? 0 == plain.versions, "seed \(seed), step \(step)")
            }
            if Int.random(in: 0..<12, using: &random) == 0, let second = try history.days().dropFirst().first?.day {
                _ = try history.purge(before: second)
                wasPurged = true
            }
        }
    }

    private func headlines(_ random: inout SeededGenerator) -> [ByteString: Headline] {
        var headlines: [ByteString: Headline] = [:]
        for key in random.row(of: Self.keys, upTo: 4) {
            headlines[key] = Headline(
                title: ["One", "Two"].randomElement(using: &random) ?? "",
                section: [nil, nil, "x", "y"].randomElement(using: &random) ?? nil,
                published: [nil, nil, PublicationTime(second: 1), PublicationTime(second: 1, isDay: true)]
                    .randomElement(using: &random) ?? nil,
                url: [nil, nil, nil, "u"].randomElement(using: &random) ?? nil)
        }
        return headlines
    }
}
