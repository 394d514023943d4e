import ArticleRanking
import LogReading
import Reporting
import Testing
import ViewCounting

extension MadeDay {
    /// The day before `complete()` as it was counted, with some hours without lines, and its counts.
    static func dayBefore() throws -> (ranking: DayRanking, counts: DayCounts) {
        let report = try complete()
        var counts = report.counts
        counts.day = report.day.previous
        counts.coverage.hoursWithoutLines = Array(report.calendar.hours(of: counts.day)[2...3])
        counts.articles = [
            article("20260301-0007", "/world/asia/20260301-0007", "world", 900, visitors: 800),
            article("20260228-0044", "/politics/parties/20260228-0044", "politics", 80, visitors: 66),
            article("20260302-0203", "/sports/football/20260302-0203", "sports", 12, visitors: 12),
            article("/about", "/about", nil, 5, visitors: 5),
            article("/old", "/old", nil, 30, visitors: 30),
            article("/travel/rail", "/travel/rail", "travel", 30, visitors: 29),
        ]
        return (DayRanking(of: counts, after: nil), counts)
    }

    static func periodBefore(_ change: (inout DayCounts) -> Void = { _ in }) throws -> PeriodRanking {
        var counts = try dayBefore().counts
        change(&counts)
        return PeriodRanking(of: DayRanking(of: counts, after: nil), counts)
    }

    static func site(_ report: DayReport) -> ReportSite {
        ReportSite(name: report.site, url: report.url, calendar: report.calendar, csvBOM: report.csvBOM)
    }

    static func headlines() -> Headlines {
        Headlines([
            "20260301-0007": Headline(title: "Who votes | and who \"does not\", again"),
            "/old": Headline(title: "=Old & gold", published: PublicationTime(second: 1_767_225_600)),
        ])
    }

    /// Two days after another.
    static func comparison(section: String? = nil, top: Int = 4) throws -> ComparisonReport {
        let (report, before) = (try complete(), try dayBefore())
        return try ComparisonReport(
            of: PeriodRanking(of: report.ranking, report.counts),
            with: PeriodRanking(of: before.ranking, before.counts),
            at: site(report), headlines: headlines(), section: section, top: top, p: 0.9)
    }

    /// Four days, of which two are counted and one is partial and incomplete, against a week of which a day is.
    static func comparisonOfRanges(sameHours: [Int]? = nil) throws -> ComparisonReport {
        let report = try complete()
        let now = try DayPeriod("2026-02-28..2026-03-03")
        let then = try DayPeriod("2026-W08")
        var first = try dayBefore().counts
        first.coverage.state = .partial
        first.coverage.incomplete = true
        var monday = report.counts
        monday.day = then.days.lowerBound
        return try ComparisonReport(
            of: PeriodRanking(
                of: RangeRanking(of: [first, report.counts], in: now.days), as: now,
                hoursWithoutLines: first.coverage.hoursWithoutLines + report.counts.coverage.hoursWithoutLines),
            with: PeriodRanking(of: RangeRanking(of: [monday], in: then.days), as: then), at: site(report), top: 3,
            p: 0.8,
            sameHours: sameHours)
    }

    static func movers(section: String? = nil, count: Int = 3) throws -> MoversReport {
        var report = try complete()
        report.headlines = headlines()
        return try MoversReport(of: report, after: periodBefore(), section: section, count: count)
    }

    /// Two weeks in Berlin over the end of winter time: read on five days, one of them not counted.
    static func course() throws -> CourseReport {
        let berlin = try #require(SiteCalendar(zoneName: "Europe/Berlin"))
        func day(_ iso: String, _ rank: Int?, _ views: Int, section: (ByteString, Int)?) throws -> CourseDay {
            CourseDay(
                day: try MadeDay.day(iso), isPartial: iso == "2026-03-31",
                isIncomplete: iso == "2026-03-27" || iso == "2026-03-31",
                standing: rank.map { rank in
                    CourseDay.Standing(
                        rank: rank,
                        article: article("7007", "/world/7007", section?.0, views, visitors: views - 2),
                        siteViews: 1234,
                        sectionRank: section?.1, sectionViews: section == nil ? 0 : 456)
                })
        }
        let days = [
            try day("2026-03-25", nil, 0, section: nil), try day("2026-03-26", 12, 40, section: ("world", 3)),
            try day("2026-03-27", 2, 150, section: ("world", 1)), try day("2026-03-29", 1, 300, section: ("world", 1)),
            try day("2026-03-30", nil, 0, section: nil), try day("2026-03-31", 1, 7, section: nil),
            try day("2026-04-01", nil, 0, section: nil),
        ]
        let range = try MadeDay.day("2026-03-24")...MadeDay.day("2026-04-02")
        let hours = berlin.hours(of: try MadeDay.day("2026-03-29"))
        let minute = UInt32(hours[0].start / 60)
        return CourseReport(
            of: ArticleCourse(range, days: days, top: 10), article: ("7007", "/7007"),
            at: ReportSite(name: "Zeit|ung", url: "https://example.de", calendar: berlin, csvBOM: false),
            headlines: Headlines([
                "7007": Headline(title: "Clocks, *forward*", published: PublicationTime(second: 1_774_500_000))
            ]),
            hours: ArticleHours(
                [(61, 20), (119, 30), (120, 200), (1379, 50)].map {
                    MinuteViews.Cell(article: 0, minute: minute + $0.0, views: $0.1)
                }, hours: hours))
    }
}
