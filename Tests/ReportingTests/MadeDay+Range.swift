import ArticleRanking
import LogReading
import Reporting
import Testing
import ViewCounting

extension MadeDay {
    /// Four days in Tokyo, of which the middle two are counted: 1 and 2 March.
    static func range() throws -> RangeReport {
        let report = try complete()
        var before = report.counts
        before.day = report.day.previous
        before.articles = [
            article("20260301-0007", "/world/asia/20260301-0007", "world", 900, visitors: 800),
            article("20260302-0203", "/sports/football/20260302-0203", "sports", 12, visitors: 12),
            article("/about", "/about", nil, 150, visitors: 5),
        ]
        return RangeReport(
            site: report.site, url: report.url, calendar: report.calendar,
            ranking: RangeRanking(of: [report.counts, before], in: try day("2026-02-28")...day("2026-03-03")), top: 5,
            sectionTop: 2, csvBOM: false)
    }

    static func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
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
