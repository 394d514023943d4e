import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("Charts in a day's ranking")
struct DayChartsTests {
    @Test("The site's rows have the site's charts, and a section's rows its own")
    func scopes() throws {
        let ranking = try ranking(of: [
            Days.counts("2026-03-01", [Days.article("a", 3, in: "arts"), Days.article("b", 9, in: "world")]),
            Days.counts("2026-03-02", [Days.article("a", 3, in: "world"), Days.article("b", 9, in: "world")]),
        ])
        #expect(ranking.site.rows.map { $0.chart?.peakRank } == [1, 2])
        #expect(ranking.site.rows.map { $0.chart?.firstDay.description } == ["2026-03-01", "2026-03-01"])
        let world = try #require(ranking.sections.first)
        #expect(world.ranking.rows.map { $0.chart?.firstDay.description } == ["2026-03-01", "2026-03-02"])
        #expect(world.ranking.rows.map { $0.chart?.daysInTop } == [2, 1])
    }

    @Test("Without a view on the day before, an article is new or returns, each scope for itself")
    func reentry() throws {
        let ranking = try ranking(of: [
            Days.counts("2026-03-01", [Days.article("a", 3, in: "world"), Days.article("b", 1, in: "arts")]),
            Days.counts("2026-03-02", [Days.article("b", 1, in: "arts")]),
            Days.counts(
                "2026-03-03",
                [
                    Days.article("a", 3, in: "world"), Days.article("b", 2, in: "world"),
                    Days.article("n", 1, in: "world"),
                ]),
        ])
        #expect(ranking.site.rows.map { $0.course?.movement } == [.reentry, .down, .new])
        #expect(ranking.site.rows.map { $0.course?.previousRank } == [nil, 1, nil])
        #expect(ranking.sections.first?.ranking.rows.map { $0.course?.movement } == [.reentry, .new, .new])
    }

    @Test("Where the day before is missing, nothing is said of a return, and charts are told all the same")
    func unknownBefore() throws {
        let ranking = try ranking(of: [
            Days.counts("2026-03-01", [Days.article("a", 3)]), Days.counts("2026-03-03", [Days.article("a", 3)]),
        ])
        #expect(ranking.site.rows.map(\.course) == [nil])
        #expect(ranking.site.rows.map { $0.chart?.daysInTop } == [2])
    }

    @Test("Days that are numbered are held together as their keys tell", arguments: 1...100 as ClosedRange<UInt64>)
    func numbered(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var charts = ChartedDays(top: 3, sectionTop: 2)
        var before: DayRanking?
        for day in try RandomDays.make(&random) {
            let numbered = charts.rank(charts.number(day))
            let plain = DayRanking(of: day, after: before)
            before = plain
            #expect(numbered.sections.map(\.name) == plain.sections.map(\.name), "seed \(seed)")
            for (own, other) in zip(
                [numbered.site] + numbered.sections.map(\.ranking), [plain.site] + plain.sections.map(\.ranking))
            {
                #expect(own.rows.map(\.article) == other.rows.map(\.article), "seed \(seed)")
                #expect(own.rows.map { $0.course?.change } == other.rows.map { $0.course?.change }, "seed \(seed)")
                #expect(
                    own.rows.map { $0.course?.previousViews } == other.rows.map { $0.course?.previousViews },
                    "seed \(seed)")
                #expect(own.gone.map(\.article) == other.gone.map(\.article), "seed \(seed)")
            }
        }
    }

    private func ranking(of days: [DayCounts]) throws -> DayRanking {
        var charts = ChartedDays(top: 20, sectionTop: 5)
        return try #require(days.map { charts.rank(charts.number($0)) }.last)
    }
}
