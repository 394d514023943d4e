import ArticleRanking
import LogReading
import Reporting
import Testing
import ViewCounting

extension DayReport {
    /// With all that the minutes of the day, and of the day before, bring to it; the logs reach to the end of its last line's minute.
    func byTheMinute(after before: DayCounts?) throws -> DayReport {
        var report = self
        let totals = MadeDay.totals(counts, calendar)
        var inOrder = counts
        inOrder.articles = totals.articles
        var table = PlaceTable()
        let dayBefore = before.map { before in
            var inOrder = before
            let totals = MadeDay.totals(before, calendar)
            inOrder.articles = totals.articles
            return (NumberedDay(inOrder, in: &table), totals.minuteViews)
        }
        let end = try #require(calendar.end(of: day))
        let latest = counts.coverage.state == .complete ? end : end - 3 * 3600
        report.hours = DayHours(totals, calendar: calendar)
        report.leaders = HourLeaders(inOrder, totals.minuteViews, calendar: calendar)
        report.windows = WindowTop.hourly(
            of: (NumberedDay(inOrder, in: &table), totals.minuteViews), after: dayBefore, in: table,
            clock: WindowClock(calendar: calendar, latestSecond: UInt32(latest)), top: top, sectionTop: sectionTop)
        return report
    }
}

extension MadeDay {
    /// The 24 hours up to half past three in the afternoon of the complete day.
    static func window() throws -> WindowReport {
        let report = try complete()
        let totals = totals(report.counts, report.calendar)
        var counts = report.counts
        counts.articles = totals.articles
        var table = PlaceTable()
        let day = NumberedDay(counts, in: &table)
        var gathering = WindowArticles.Gathering()
        gathering.add(day)
        let end = try #require(report.calendar.minutes(of: day.day)).lowerBound + 930
        var series = WindowSeries(
            .day, ends: [end], over: WindowArticles(gathering, in: table),
            clock: WindowClock(calendar: report.calendar, latestSecond: UInt32(end * 60)))
        let isWhole = series.add(day, totals.minuteViews)
        #expect(isWhole)
        return WindowReport(
            of: series.ranking, .day, end: end, state: series.state,
            at: ReportSite(name: report.site, url: report.url, calendar: report.calendar, csvBOM: false),
            headlines: report.headlines)
    }
}
