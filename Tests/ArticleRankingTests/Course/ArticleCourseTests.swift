import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import ArticleRanking

@Suite("An article's course")
struct ArticleCourseTests {
    @Test("Peak, days in the top, streak and best day")
    func course() throws {
        let course = try course([
            ("2026-03-01", 3, 40), ("2026-03-02", 1, 50), ("2026-03-03", 2, 90), ("2026-03-04", 9, 5),
        ])
        #expect(course.views == 185)
        #expect(course.peak?.rank == 1)
        #expect(course.peak?.days.map(\.description) == ["2026-03-02"])
        #expect(course.daysInTop == 3)
        #expect(course.streak.map(text) == "2026-03-01..2026-03-03")
        #expect(course.bestDay?.day.description == "2026-03-03")
        #expect(course.read.map(text) == "2026-03-01..2026-03-04")
    }

    @Test(
        "A day without a view, or below the top, or that is not counted ends a streak; the first of the longest is told"
    )
    func streaks() throws {
        let streak = { (days: [(String, Int?, Int)]) in try course(days).streak.map(text) }
        #expect(
            try streak([("2026-03-01", 1, 1), ("2026-03-02", nil, 0), ("2026-03-03", 1, 1)]) == "2026-03-01..2026-03-01"
        )
        #expect(
            try streak([("2026-03-01", 1, 1), ("2026-03-03", 1, 1), ("2026-03-04", 3, 1)]) == "2026-03-03..2026-03-04")
        #expect(
            try streak([("2026-03-01", 4, 1), ("2026-03-02", 3, 1), ("2026-03-03", 4, 1)]) == "2026-03-02..2026-03-02")
        #expect(try streak([("2026-03-01", 4, 1)]) == nil)
    }

    @Test("A counted day without the article has 0 views; one that is not counted is unknown")
    func unread() throws {
        let course = try course([("2026-03-02", 1, 5), ("2026-03-04", nil, 0), ("2026-03-05", 1, 5)])
        #expect(course.daysWithGaps.map(\.day.description) == ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"])
        #expect(course.daysWithGaps.map { $0.counted?.views } == [5, nil, 0, 5])
        #expect(
            course.missing.map(text) == ["2026-03-01..2026-03-01", "2026-03-03..2026-03-03", "2026-03-06..2026-03-31"])
        #expect(course.peak?.days.map(\.description) == ["2026-03-02", "2026-03-05"])
        // Of equal days the first is the best.
        #expect(course.bestDay?.day.description == "2026-03-02")
    }

    @Test("An article that nobody read has neither peak nor streak nor best day")
    func never() throws {
        let course = try course([("2026-03-02", nil, 0)])
        #expect(course.peak == nil && course.streak == nil && course.bestDay == nil && course.read == nil)
        #expect(course.views == 0 && course.daysInTop == 0)
    }

    @Test("Days outside of the range are left out, and days come in their order")
    func outside() throws {
        let course = try course([
            ("2026-04-01", 1, 9), ("2026-03-05", 2, 2), ("2026-02-28", 1, 9), ("2026-03-04", 3, 1),
        ])
        #expect(course.days.map(\.day.description) == ["2026-03-04", "2026-03-05"])
    }

    @Test("A numbered day says of each article what the day's rankings say", arguments: 1...100 as ClosedRange<UInt64>)
    func standings(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let sections: [ByteString?] = [nil, "a", "b"]
        let articles = (0..<Int.random(in: 1...12, using: &random)).map { number in
            Days.article(
                ByteString("k\(number)"), Int.random(in: 1...4, using: &random),
                in: sections.randomElement(using: &random) ?? nil)
        }
        let counts = try Days.counts("2026-03-02", articles, state: .partial, incomplete: true)
        let ranking = DayRanking(of: counts, after: nil)
        var table = PlaceTable()
        _ = table.number(of: ArticlePlace(key: "other", path: "/other", section: "other"))
        let day = NumberedDay(counts, in: &table)
        for row in ranking.site.rows {
            let found = CourseDay(day, article: table.known(article: row.article.key), in: table)
            let section = ranking.sections.first { $0.name == row.article.section }?.ranking
            let expected = CourseDay.Standing(
                rank: row.rank, article: row.article, siteViews: ranking.site.views,
                sectionRank: section?.rows.first { $0.article.key == row.article.key }?.rank,
                sectionViews: section?.views ?? 0)
            #expect(found.standing == expected, "seed \(seed)")
            #expect(found.isPartial && found.isIncomplete && found.day == counts.day)
        }
        #expect(CourseDay(day, article: table.known(article: "other"), in: table).standing == nil)
        #expect(CourseDay(day, article: nil, in: table).standing == nil)
    }

    @Test("Views of the day come by the hours of the site's clock, also where an hour comes twice or not at all")
    func hours() throws {
        let berlin = try #require(SiteCalendar(zoneName: "Europe/Berlin"))
        for (iso, count) in [("2026-03-28", 24), ("2026-03-29", 23), ("2026-10-25", 25)] {
            let hours = berlin.hours(of: try day(iso))
            let start = UInt32(hours[0].start / 60)
            let minutes: [(UInt32, UInt32)] = [
                (0, 1), (119, 2), (120, 3), (121, 4), (180, 9), (60 * UInt32(count), 50),
            ]
            let views = ArticleHours(
                minutes.map { MinuteViews.Cell(article: 0, minute: start + $0.0, views: $0.1) }, hours: hours)
            #expect(views.hours.count == count)
            #expect(views.hours.prefix(4).map(\.views) == [1, 2, 7, 9])
            #expect(views.hours.dropFirst(4).allSatisfy { $0.views == 0 })
            #expect(views.busiest?.hour == hours[3])
        }
        #expect(ArticleHours([], hours: berlin.hours(of: try day("2026-03-28"))).busiest == nil)
    }

    private func course(_ days: [(String, Int?, Int)]) throws -> ArticleCourse {
        let range = try day("2026-03-01")...day("2026-03-31")
        return ArticleCourse(
            range,
            days: try days.map { iso, rank, views in
                CourseDay(
                    day: try day(iso), isPartial: false, isIncomplete: false,
                    standing: rank.map {
                        CourseDay.Standing(
                            rank: $0, article: Days.article("a", views), siteViews: 100, sectionRank: nil,
                            sectionViews: 0)
                    })
            }, top: 3)
    }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func text(_ days: ClosedRange<CalendarDay>) -> String { "\(days.lowerBound)..\(days.upperBound)" }
}
