import TestSupport
import Testing
import ViewCounting

@testable import ArticleRanking

/// Laws on sites of more articles than tell the tide, whose views are drawn by a seed.
@Suite("Trends and their plain twin")
struct PlainTrendsTests {
    @Test("The same rises with the same figures", arguments: 1...2 as ClosedRange<UInt64>)
    func rises(seed: UInt64) throws {
        let counts = try drawn(seed: seed)
        let fast = Trends(counts)
        let plain = PlainTrends(counts)
        for (fast, plain) in zip(fast.byEnd, plain.byEnd) {
            #expect(fast.map(\.article) == plain.map(\.article), "seed \(seed)")
            for (fast, plain) in zip(fast, plain) {
                #expect(fast.seen == plain.seen && fast.end == plain.end && fast.baseline == plain.baseline)
                #expect(abs(fast.expected / plain.expected - 1) < 1e-9, "seed \(seed)")
                #expect(abs(fast.lower / plain.lower - 1) < 1e-9, "seed \(seed)")
            }
        }
        var strongest: [UInt32: Rise] = [:]
        for rise in fast.byEnd.joined() where rise.score > strongest[rise.article]?.score ?? 0 {
            strongest[rise.article] = rise
        }
        #expect(fast.strongest == strongest.values.sorted { $0.article < $1.article }, "seed \(seed)")
        let baselines = Set(fast.byEnd.joined().map(\.baseline))
        #expect(strongest.count > 20 && baselines.count >= 2, "the law says nothing where nothing rises")
    }

    @Test("The tide is that of all articles, or it is not known that it is", arguments: 1...2 as ClosedRange<UInt64>)
    func panel(seed: UInt64) throws {
        let counts = try drawn(seed: seed)
        let trends = Trends(counts)
        let plain = PlainTrends(counts)
        let tides = trends.tides
        for (tide, plain) in zip(tides, counts.grid.ends.indices.map { plain.tide(at: $0) }) {
            #expect(try abs(#require(tide) / #require(plain) - 1) < 1e-9, "seed \(seed)")
        }
        let most = trends.candidates.sorted {
            (trends.cells.views(of: $1, in: trends.asked), $0) < (trends.cells.views(of: $0, in: trends.asked), $1)
        }
        var (unknown, known) = (0, 0)
        for count in stride(from: 200, to: most.count, by: 8) {
            var panel = TidePanel(Array(most.prefix(count)), of: trends)
            if let some = panel.tides(others: trends.cells.views(of: most[count], in: trends.asked)) {
                known += 1
                #expect(some == tides, "seed \(seed), \(count) articles")
            } else {
                unknown += 1
            }
        }
        #expect(known > 2 && unknown > 2, "seed \(seed)")
    }

    /// Seventeen days of 320 articles, some of them new and some little read; each has some hours of its own in which it is read much more, and on some of
    /// them it is read so every week.
    private func drawn(seed: UInt64) throws -> TrendCounts {
        var random = SeededGenerator(seed: seed)
        let calendar = try #require(SiteCalendar(zoneName: "Europe/Berlin"))
        let first = try #require(CalendarDay(iso: "2026-03-20"))
        let day = CalendarDay(number: first.number + 16)
        let ends = TrendGrid.ends(of: day, calendar).enumerated().filter { $0.offset % 48 == 8 }.map(\.element)
        let grid = TrendGrid(ends: ends, day: day, from: first, calendar: calendar)
        var counts = TrendCounts(grid, windowMinutes: 60)
        let begin = (0..<320).map { _ in
            Int.random(in: 0..<4, using: &random) > 0 ? 0 : Int32.random(in: 0...16, using: &random)
        }
        let bursts = (0..<320).map { _ in Int.random(in: 0..<24, using: &random) }
        for number in 0...16 as ClosedRange<Int32> {
            let minutes = try #require(calendar.minutes(of: CalendarDay(number: first.number + number)))
            // Of the days that are not asked about only what learning needs.
            let step = number % 7 == 2 || number == 15 || number == 16 ? 20 : 180
            for article in 0..<320 where begin[article] <= number {
                for minute in stride(from: minutes.lowerBound, to: minutes.upperBound, by: step) {
                    let isBurst = (minute - minutes.lowerBound) / 60 == bursts[article]
                    let isWeekly = article % 5 == 0
                    let many = isBurst && (isWeekly ? number % 7 == 2 : number == 16)
                    let most = article < 260 ? 12 + 900 / (article + 10) : 2
                    let views = Int.random(in: 0...most, using: &random) + (many ? 90 : 0)
                    if views > 0 {
                        counts.add(views, of: UInt32(article), in: UInt32(article % 4), minute: UInt32(minute))
                    }
                }
            }
        }
        return counts
    }
}
