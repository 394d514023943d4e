import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("A day's ranking")
struct DayRankingTests {
    @Test("Sections come by views, then by name; an article without one is in the site's ranking only")
    func sections() throws {
        let counts = try Days.counts(
            "2026-03-02",
            [
                Days.article("a", 3, in: "sports"), Days.article("b", 2, in: "politics"),
                Days.article("c", 1, in: "politics"), Days.article("d", 7, in: "world"), Days.article("e", 9),
            ])
        let ranking = DayRanking(of: counts, after: nil)
        #expect(ranking.day == counts.day)
        #expect(ranking.sections.map(\.name) == ["world", "politics", "sports"])
        #expect(ranking.sections.map(\.ranking.views) == [7, 3, 3])
        #expect(ranking.sections[1].ranking.rows.map(\.rank) == [1, 2])
        #expect(ranking.site.rows.map(\.article.key) == ["e", "d", "a", "b", "c"])
        #expect(ranking.site.views == counts.views)
    }

    @Test("Previous ranks are those of the whole ranking of the day before, not of its top")
    func wholeRankingBefore() throws {
        let many = (1...500).map { Days.article(ByteString("k\($0)"), 1000 - $0, in: "news") }
        let before = try Days.counts("2026-03-01", many)
        let now = try Days.counts("2026-03-02", [Days.article("k500", 9, in: "news")])
        let row = try #require(DayRanking(of: now, after: DayRanking(of: before, after: nil)).site.rows.first)
        #expect(row.course?.previousRank == 500)
        #expect(row.course?.change == 499)
        #expect(row.course?.previousViews == 500)
    }

    @Test("A day before that is partial counts as unknown")
    func partialBefore() throws {
        let now = try Days.counts("2026-03-02", [Days.article("a", 1, in: "s")])
        let before = try Days.counts("2026-03-01", [Days.article("a", 1, in: "s")], state: .partial)
        let ranking = DayRanking(of: now, after: DayRanking(of: before, after: nil))
        #expect(ranking.site.rows.allSatisfy { $0.course == nil })
        #expect(ranking.sections.allSatisfy { $0.ranking.rows.allSatisfy { $0.course == nil } })
    }

    @Test("A day that is not the day before counts as unknown", arguments: ["2026-02-28", "2026-03-02", "2026-03-03"])
    func notTheDayBefore(other: String) throws {
        let now = try Days.counts("2026-03-02", [Days.article("a", 1)])
        let ranking = DayRanking(
            of: now, after: DayRanking(of: try Days.counts(other, [Days.article("a", 1)]), after: nil))
        #expect(ranking.site.rows.allSatisfy { $0.course == nil })
    }

    @Test("A partial day is still ranked against a complete day before")
    func partialNow() throws {
        let now = try Days.counts("2026-03-02", [Days.article("a", 1)], state: .partial)
        let ranking = DayRanking(
            of: now, after: DayRanking(of: try Days.counts("2026-03-01", [Days.article("a", 4)]), after: nil))
        #expect(ranking.site.rows.first?.course?.movement == .same)
        #expect(ranking.site.rows.first?.course?.previousViews == 4)
    }

    @Test("An article that changed its section is new there, and keeps its course in the site")
    func changedSection() throws {
        let before = try Days.counts(
            "2026-03-01", [Days.article("a", 5, in: "sports"), Days.article("b", 9, in: "world")])
        let now = try Days.counts(
            "2026-03-02", [Days.article("a", 8, in: "world"), Days.article("b", 2, in: "world")])
        let ranking = DayRanking(of: now, after: DayRanking(of: before, after: nil))
        let inSite = try #require(ranking.site.rows.first?.course)
        #expect(inSite.movement == .up && inSite.previousRank == 2 && inSite.previousViews == 5)
        let world = try #require(ranking.sections.first)
        #expect(world.ranking.rows.map(\.article.key) == ["a", "b"])
        #expect(world.ranking.rows.map { $0.course?.movement } == [.new, .down])
        #expect(world.ranking.rows.map { $0.course?.previousViews } == [0, 9])
    }

    @Test("A section that had no view on the day before is all new")
    func newSection() throws {
        let before = try Days.counts("2026-03-01", [Days.article("a", 5, in: "sports")])
        let now = try Days.counts("2026-03-02", [Days.article("b", 5, in: "arts")])
        let ranking = DayRanking(of: now, after: DayRanking(of: before, after: nil))
        #expect(ranking.sections.first?.ranking.rows.map { $0.course?.movement } == [.new])
        #expect(ranking.sections.first?.ranking.rows.map { $0.course?.previousViews } == [0])
    }

    @Test("Every view of a section is in its ranking, whatever the day", arguments: 1...100 as ClosedRange<UInt64>)
    func sums(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let names: [ByteString?] = [nil, "a", "b", "c"]
        let articles = (0..<30).map { number in
            Days.article(
                ByteString("k\(number)"), Int.random(in: 1...9, using: &random),
                in: names.randomElement(using: &random) ?? nil)
        }
        let ranking = DayRanking(of: try Days.counts("2026-03-02", articles), after: nil)
        for section in ranking.sections {
            let own = articles.filter { $0.section == section.name }
            #expect(section.ranking.views == own.reduce(0) { $0 + $1.views }, "seed \(seed)")
            #expect(Set(section.ranking.rows.map(\.article)) == Set(own), "seed \(seed)")
        }
        let inNone = articles.filter { $0.section == nil }.reduce(0) { $0 + $1.views }
        #expect(ranking.sections.reduce(inNone) { $0 + $1.ranking.views } == ranking.site.views, "seed \(seed)")
    }

    @Test("A day without views has an empty ranking")
    func empty() throws {
        let ranking = DayRanking(of: try Days.counts("2026-03-02", []), after: nil)
        #expect(ranking.site.rows.isEmpty && ranking.site.views == 0 && ranking.sections.isEmpty)
    }
}
