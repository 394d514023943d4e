import ArticleRanking
import LogReading
import Reporting
import Testing
import ViewCounting

/// Small days made by hand, for reports that can be checked by eye.
enum MadeDay {
    /// A complete day in Tokyo after two known days: ties, every movement, a Japanese path, an article without section.
    static func complete() throws -> DayReport {
        let articles = [
            article("20260302-0101", "/politics/elections/20260302-0101", "politics", 120, visitors: 100),
            article("20260301-0007", "/world/asia/20260301-0007", "world", 80, visitors: 71),
            article("20260228-0044", "/politics/parties/20260228-0044", "politics", 80, visitors: 66),
            article(
                "/%E6%96%87%E5%8C%96/%E6%98%A0%E7%94%BB/%E5%90%9B", "/%E6%96%87%E5%8C%96/%E6%98%A0%E7%94%BB/%E5%90%9B",
                "%E6%96%87%E5%8C%96", 44, visitors: 40),
            article("20260302-0203", "/sports/football/20260302-0203", "sports", 31, visitors: 30),
            article("20260302-0204", "/sports/football/20260302-0204", "sports", 31, visitors: 31),
            article("20260302-0205", "/sports/tennis/20260302-0205", "sports", 31, visitors: 29),
            article("/about", "/about", nil, 5, visitors: 5),
        ]
        let before = [
            article("20260301-0007", "/world/asia/20260301-0007", "world", 900, visitors: 800),
            article("20260228-0044", "/politics/parties/20260228-0044", "politics", 80, visitors: 66),
            article("20260302-0203", "/sports/football/20260302-0203", "sports", 12, visitors: 12),
            article("/about", "/about", nil, 5, visitors: 5),
            article("/old", "/old", nil, 30, visitors: 30),
        ]
        let tokyo = try #require(SiteCalendar(zoneName: "Asia/Tokyo"))
        let day = try #require(CalendarDay(iso: "2026-03-02"))
        var accounting = Accounting()
        accounting[.late] = 2
        accounting[.badRequest] = 3
        accounting[.otherMethod] = 17
        accounting[.otherStatus] = 88
        accounting[.otherPage] = 1204
        accounting[.robot] = 61
        accounting[.doubleClick] = 9
        accounting[.view] = 422
        let hours = tokyo.hours(of: day)
        let coverage = DayCoverage(
            state: .complete, incomplete: false, firstLine: time(day, 0, 0, 3, 9), lastLine: time(day, 23, 59, 58, 9),
            hoursWithoutLines: [hours[2], hours[3], hours[4], hours[23]],
            formats: [FormatLines(format: "combined", lines: 1804), FormatLines(format: "common", lines: 2)])
        let counts = DayCounts(day: day, coverage: coverage, accounting: accounting, articles: articles)
        let countsBefore = DayCounts(
            day: day.previous, coverage: coverage, accounting: Accounting(), articles: before)
        let firstCounts = DayCounts(
            day: day.previous.previous, coverage: coverage, accounting: Accounting(), articles: twoDaysBefore)
        return try DayReport(
            site: "The Example Times", url: "https://www.example.com", calendar: tokyo, counts: counts,
            ranking: try ranking(of: [firstCounts, countsBefore, counts], top: 5, sectionTop: 2),
            robots: [RobotListLabel(name: "builtin", version: "2026-03")], top: 5, sectionTop: 2, csvBOM: false
        ).byTheMinute(after: countsBefore).rising(6)
    }

    /// A partial, incomplete day without a profile, on which the clock changes; the day before is not known.
    static func partial() throws -> DayReport {
        let berlin = try #require(SiteCalendar(zoneName: "Europe/Berlin"))
        let day = try #require(CalendarDay(iso: "2026-10-25"))
        var accounting = Accounting()
        accounting[.view] = 3
        let hours = berlin.hours(of: day)
        let counts = DayCounts(
            day: day,
            coverage: DayCoverage(
                state: .partial, incomplete: true, firstLine: time(day, 0, 10, 0, 2), lastLine: time(day, 3, 5, 0, 1),
                hoursWithoutLines: [hours[1], hours[3]] + hours[5...],
                formats: [FormatLines(format: "common", lines: 3)]),
            accounting: accounting,
            articles: [
                article("/a (b)|c", "/a (b)|c", nil, 2, visitors: 1),
                article("/blog/x", "/blog/x", "blog", 1, visitors: 1),
            ])
        return try DayReport(
            site: nil, url: nil, calendar: berlin, counts: counts,
            ranking: try ranking(of: [counts], top: 20, sectionTop: 5), robots: [], top: 20, sectionTop: 5,
            csvBOM: true
        ).byTheMinute(after: nil)
    }

    /// A day with lines and without views.
    static func withoutViews() throws -> DayReport {
        let utc = try #require(SiteCalendar(zoneName: "UTC"))
        let day = try #require(CalendarDay(iso: "2026-03-02"))
        var accounting = Accounting()
        accounting[.otherPage] = 1
        let counts = DayCounts(
            day: day,
            coverage: DayCoverage(
                state: .complete, incomplete: false, firstLine: time(day, 12, 0, 0, 0),
                lastLine: time(day, 12, 0, 0, 0), hoursWithoutLines: utc.hours(of: day).filter { $0.hour != 12 },
                formats: [FormatLines(format: "combined", lines: 1)]),
            accounting: accounting, articles: [])
        return DayReport(
            site: "Quiet", url: "https://quiet.example/", calendar: utc, counts: counts,
            ranking: DayRanking(of: counts, after: nil),
            robots: [RobotListLabel(name: "builtin", version: "2026-03")], top: 20, sectionTop: 5, csvBOM: false)
    }

    /// A day whose articles, site, formats and robot list are all hostile text.
    static func hostile() throws -> DayReport {
        var report = try complete()
        report.site = "<b>|[x](http://evil)"
        report.robots = [RobotListLabel(name: "a|b", version: "`1`")]
        report.counts.coverage.formats = [FormatLines(format: "*x*", lines: 1)]
        report.counts.articles = Hostile.texts.enumerated().map { number, text in
            article(text, ByteString(Array("/".utf8) + text.bytes), text, Hostile.texts.count - number, visitors: 1)
        }
        report.ranking = DayRanking(of: report.counts, after: nil)
        report.top = Hostile.texts.count
        return try report.rising(6)
    }

    static func article(
        _ key: ByteString, _ path: ByteString, _ section: ByteString?, _ views: Int, visitors: Int
    ) -> ArticleCounts {
        ArticleCounts(
            key: key, path: path, section: section, views: views, visitors: visitors, rawClicks: views + views / 10)
    }

    /// - Parameter east: Hours east of UTC.
    private static func time(_ day: CalendarDay, _ hour: Int, _ minute: Int, _ second: Int, _ east: Int) -> LocalTime {
        LocalTime(day: day, secondOfDay: hour * 3600 + minute * 60 + second, offset: east * 3600)
    }
}
