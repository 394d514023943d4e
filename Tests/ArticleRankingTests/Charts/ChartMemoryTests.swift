import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("The memory of charts")
struct ChartMemoryTests {
    @Test("A streak grows by days in a row, ends with a day out of the top, and begins anew")
    func streak() throws {
        let days = try [
            counted("2026-03-01", ["a": 9, "b": 5]), counted("2026-03-02", ["a": 9, "b": 5]),
            counted("2026-03-03", ["a": 1, "b": 5]), counted("2026-03-04", ["a": 9, "b": 5]),
        ]
        let courses = Charts(days, top: 1, sectionTop: 1).entries(of: "a")
        #expect(courses.map { $0?.streak } == [1, 2, 0, 1])
        #expect(courses.map { $0?.daysInTop } == [1, 2, 2, 3])
        #expect(courses.map { $0?.peakRank } == [1, 1, 1, 1])
    }

    @Test("A day that the history lacks ends a streak, and makes no return")
    func gap() throws {
        let days = try [counted("2026-03-01", ["a": 9]), counted("2026-03-03", ["a": 9])]
        let entry = try #require(Charts(days, top: 1, sectionTop: 1).entries(of: "a")[1])
        #expect(entry.streak == 1 && entry.daysInTop == 2)
        #expect(entry.firstDay == days[0].day)
        // Whether the day before is known is not the memory's to say: the ranking asks.
        #expect(entry.isReentry)
    }

    @Test("An article without a view on the day before returns, and on the next day it has been there")
    func reentry() throws {
        let days = try [
            counted("2026-03-01", ["a": 9]), counted("2026-03-02", ["b": 9]), counted("2026-03-03", ["a": 1, "b": 9]),
            counted("2026-03-04", ["a": 1]),
        ]
        let courses = Charts(days, top: 1, sectionTop: 1).entries(of: "a")
        #expect(courses.map { $0?.isReentry } == [false, false, true, false])
        #expect(
            Charts(days, top: 1, sectionTop: 1).entries(of: "b").map { $0?.isReentry } == [nil, false, false, false])
    }

    @Test("Articles that share a rank within the top are all in it, however many they are")
    func ties() throws {
        let days = try [counted("2026-03-01", ["a": 9, "b": 5, "c": 5, "d": 5, "e": 4])]
        let charts = Charts(days, top: 2, sectionTop: 2)
        #expect(["a", "b", "c", "d", "e"].map { charts.entries(of: $0)[0]?.daysInTop } == [1, 1, 1, 1, 0])
        #expect(charts.entries(of: "d")[0]?.peakRank == 2)
    }

    @Test("A section has its own course, and one that the article comes back to goes on")
    func sections() throws {
        let days = try ["sport", "world", "sport"].enumerated().map { number, section in
            try Days.counts(
                "2026-03-0\(number + 1)", [Days.article("a", 3, in: ByteString(section)), Days.article("b", 9)])
        }
        let charts = Charts(days, top: 1, sectionTop: 1)
        let sport = charts.entries(of: "a", in: "sport")
        #expect(sport.map { $0?.streak } == [1, 0, 1])
        #expect(sport.map { $0?.daysInTop } == [1, 1, 2])
        #expect(sport.map { $0?.isReentry } == [false, false, true])
        let world = charts.entries(of: "a", in: "world")
        #expect(world.map { $0?.firstDay } == [nil, days[1].day, days[1].day])
        #expect(charts.entries(of: "a").map { $0?.peakRank } == [2, 2, 2])
        #expect(charts.entries(of: "b", in: "sport") == [nil, nil, nil])
    }

    @Test("It says of every article what the whole rankings say", arguments: 1...300 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (top, sectionTop) = (Int.random(in: 0...6, using: &random), Int.random(in: 0...3, using: &random))
        let days = try RandomDays.make(&random)
        var plain: [DayRanking] = []
        let charts = Charts(days, top: top, sectionTop: sectionTop)
        for (number, day) in days.enumerated() {
            plain.append(DayRanking(of: day, after: nil))
            let twin = PlainCharts(days: plain, top: top, sectionTop: sectionTop)
            for key in RandomDays.keys {
                for section in RandomDays.sections {
                    #expect(
                        charts.entries(of: key, in: section)[number] == twin.entry(of: key, in: section),
                        "seed \(seed), \(day.day), \(key.text) in \(section?.text ?? "the site")")
                }
            }
        }
    }

    private func counted(_ iso: String, _ views: [String: Int]) throws -> DayCounts {
        try Days.counts(iso, views.sorted { $0.key < $1.key }.map { Days.article(ByteString($0.key), $0.value) })
    }
}

/// The memory after each of several days.
private struct Charts {
    private let table: PlaceTable
    private var memories: [ChartMemory] = []

    init(_ days: [DayCounts], top: Int, sectionTop: Int) {
        var table = PlaceTable()
        var memory = ChartMemory(top: top, sectionTop: sectionTop)
        for day in days {
            memory.add(NumberedDay(day, in: &table))
            memories.append(memory)
        }
        self.table = table
    }

    /// After each day.
    func entries(of key: ByteString, in section: ByteString? = nil) -> [ChartEntry?] {
        guard let article = table.known(article: key) else { return memories.map { _ in nil } }
        guard let section else { return memories.map { $0.site(article) } }
        guard let number = table.known(section: section) else { return memories.map { _ in nil } }
        return memories.map { $0.section(number, article) }
    }
}
