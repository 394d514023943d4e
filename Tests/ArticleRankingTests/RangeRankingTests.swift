import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("A ranking of several days")
struct RangeRankingTests {
    @Test("Views and raw clicks are added up by key; visitors are not")
    func sums() throws {
        let ranking = try ranked([
            ("2026-03-01", [Days.article("a", 3), Days.article("b", 4)]), ("2026-03-02", [Days.article("a", 2)]),
        ])
        #expect(ranking.site.rows.map(\.article.key) == ["a", "b"])
        #expect(ranking.site.rows.map(\.article.views) == [5, 4])
        #expect(ranking.site.rows.map(\.article.rawClicks) == [5, 4])
        #expect(ranking.site.rows.map(\.article.visitors) == [0, 0])
        #expect(ranking.site.rows.allSatisfy { $0.course == nil })
        #expect(ranking.site.views == 9)
    }

    @Test("The path shown is that with the most views over all days, not on any one; ties go to the least bytes")
    func path() throws {
        let most = try ranked([
            ("2026-03-01", [article("k", "/x/once", 5, in: "x")]),
            ("2026-03-02", [article("k", "/y/often", 3, in: "y")]),
            ("2026-03-03", [article("k", "/y/often", 3, in: "y")]),
        ])
        #expect(most.site.rows.map(\.article.path) == ["/y/often"])
        #expect(most.site.rows.map(\.article.section) == ["y"])
        let tie = try ranked([
            ("2026-03-01", [article("k", "/b", 2, in: "b")]), ("2026-03-02", [article("k", "/a", 2, in: "a")]),
        ])
        #expect(tie.site.rows.map(\.article.path) == ["/a"])
    }

    @Test("A path whose section changed is in the section of most of its views")
    func sectionOfPath() throws {
        let ranking = try ranked([
            ("2026-03-01", [article("k", "/p", 2, in: "old")]), ("2026-03-02", [article("k", "/p", 3, in: "new")]),
        ])
        #expect(ranking.site.rows.map(\.article.section) == ["new"])
        // What a path had in either section counts for the path.
        let moved = try ranked([
            ("2026-03-01", [article("k", "/p", 2, in: "old")]), ("2026-03-02", [article("k", "/q", 3, in: "q")]),
            ("2026-03-03", [article("k", "/p", 2, in: "new")]),
        ])
        #expect(moved.site.rows.map(\.article.path) == ["/p"])
        #expect(ranking.site.rows.map(\.article.views) == [5])
    }

    @Test("Under one path too, a section has the views of the days on which the newsroom had the article in it")
    func movedBySections() throws {
        var table = PlaceTable()
        let place = table.number(of: ArticlePlace(key: "k", path: "/k", section: nil))
        let first = try #require(CalendarDay(iso: "2026-03-01"))
        var counts = RangeCounts(first...CalendarDay(number: first.number + 3))
        for (later, section, views) in [(0, "x", 5), (1, "y", 3), (2, "y", 4), (3, "x", 1)]
            as [(Int32, ByteString, UInt32)]
        {
            let row = NumberedDay.Row(
                article: table.article(ofPlace: place), place: place, section: table.section(named: section),
                views: views, visitors: 1, rawClicks: views + 1)
            counts.add(
                NumberedDay(
                    day: CalendarDay(number: first.number + later), isPartial: false, isIncomplete: false, rows: [row]))
        }
        let ranking = RangeRanking(of: counts, in: table)
        #expect(ranking.site.rows.map(\.article.views) == [13])
        #expect(ranking.site.rows.map(\.article.section) == ["y"])
        #expect(ranking.sections.map(\.name) == ["y", "x"])
        #expect(ranking.sections.map(\.ranking.views) == [7, 6])
        #expect(ranking.sections.map { $0.ranking.rows.map(\.article.rawClicks) } == [[9], [8]])
        let x = table.known(section: "x")
        #expect(RangeRanking(of: counts, in: table) { _ in x }.site.rows.map(\.article.section) == ["x"])
    }

    @Test("A section has the views of the days on which the article was in it, under the path of those days")
    func sections() throws {
        let ranking = try ranked([
            ("2026-03-01", [article("k", "/x/k", 5, in: "x"), article("m", "/x/m", 1, in: "x")]),
            ("2026-03-02", [article("k", "/y/k", 9, in: "y")]), ("2026-03-03", [article("k", "/k", 20, in: nil)]),
        ])
        #expect(ranking.sections.map(\.name) == ["y", "x"])
        #expect(ranking.sections.map(\.ranking.views) == [9, 6])
        #expect(ranking.sections[1].ranking.rows.map(\.article.path) == ["/x/k", "/x/m"])
        #expect(ranking.sections[1].ranking.rows.map(\.article.section) == ["x", "x"])
        #expect(ranking.site.rows.map(\.article.path) == ["/k", "/x/m"])
    }

    @Test("One day is ranked as the day is, without its visitors")
    func oneDay() throws {
        let articles = [Days.article("a", 3, in: "s"), Days.article("b", 3), Days.article("c", 7, in: "t")]
        let day = DayRanking(of: try Days.counts("2026-03-01", articles), after: nil)
        let range = try ranked([("2026-03-01", articles)])
        #expect(range.site.rows.map(\.rank) == day.site.rows.map(\.rank))
        #expect(range.site.rows.map(\.article.key) == day.site.rows.map(\.article.key))
        #expect(range.sections.map(\.name) == day.sections.map(\.name))
    }

    @Test("A day counts once, and only within the range; what is missing is told")
    func missing() throws {
        let days = try ["2026-03-02", "2026-03-01", "2026-03-02", "2026-03-05", "2026-02-26", "2026-03-07"].map { iso in
            try Days.counts(iso, [Days.article("a", 1)], state: iso < "2026-03-05" ? .complete : .partial)
        }
        let ranking = RangeRanking(of: days, in: try day("2026-02-27")...day("2026-03-06"))
        #expect(ranking.site.views == 3)
        #expect(ranking.days.map(\.day.description) == ["2026-03-01", "2026-03-02", "2026-03-05"])
        #expect(ranking.days.map(\.isPartial) == [false, false, true])
        let missing = ranking.missing.map { "\($0.lowerBound)..\($0.upperBound)" }
        #expect(missing == ["2026-02-27..2026-02-28", "2026-03-03..2026-03-04", "2026-03-06..2026-03-06"])
        #expect(try RangeCounts(day("0001-01-01")...day("9999-12-31")).missing.count == 1)
    }

    @Test("The order in which days come says nothing", arguments: 1...100 as ClosedRange<UInt64>)
    func anyOrder(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let sections: [ByteString?] = [nil, "", "a", "b"]
        var days = try (1...5).map { number in
            try Days.counts(
                "2026-03-0\(number)",
                (0..<6).map { key in
                    article(
                        ByteString("k\(key)"), ByteString("/\(Int.random(in: 1...2, using: &random))"),
                        Int.random(in: 1...3, using: &random), in: sections.randomElement(using: &random) ?? nil)
                })
        }
        let first = try ranked(days)
        days.shuffle(using: &random)
        let again = try ranked(days)
        #expect(again.site.rows.map(\.article) == first.site.rows.map(\.article), "seed \(seed)")
        #expect(again.sections.map(\.name) == first.sections.map(\.name), "seed \(seed)")
        for (one, other) in zip(first.sections, again.sections) {
            #expect(one.ranking.rows.map(\.article) == other.ranking.rows.map(\.article), "seed \(seed)")
            let own = days.flatMap(\.articles).filter { $0.section == one.name }.reduce(0) { $0 + $1.views }
            #expect(one.ranking.views == own, "seed \(seed)")
        }
        #expect(first.site.views == days.reduce(0) { $0 + $1.views }, "seed \(seed)")
    }

    private func ranked(_ days: [(String, [ArticleCounts])]) throws -> RangeRanking {
        try ranked(days.map { try Days.counts($0.0, $0.1) })
    }

    private func ranked(_ days: [DayCounts]) throws -> RangeRanking {
        let first = try #require(days.map(\.day).min())
        let last = try #require(days.map(\.day).max())
        return RangeRanking(of: days, in: first...last)
    }

    private func article(
        _ key: ByteString, _ path: ByteString, _ views: Int, in section: ByteString?
    ) -> ArticleCounts {
        ArticleCounts(key: key, path: path, section: section, views: views, visitors: views, rawClicks: views)
    }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
}

extension RangeRanking {
    /// Days counted together, numbered as they come.
    init(of days: [DayCounts], in range: ClosedRange<CalendarDay>) {
        var table = PlaceTable()
        var counts = RangeCounts(range)
        for day in days { counts.add(NumberedDay(day, in: &table)) }
        self.init(of: counts, in: table)
    }
}
