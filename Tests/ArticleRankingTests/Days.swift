import ArticleRanking
import LogReading
import Testing
import ViewCounting

/// Days made by hand: `a 5, b 3` in a section.
enum Days {
    static func article(_ key: ByteString, _ views: Int, in section: ByteString? = nil) -> ArticleCounts {
        ArticleCounts(
            key: key, path: ByteString("/" + key.text), section: section, views: views, visitors: views,
            rawClicks: views)
    }

    static func counts(
        _ iso: String, _ articles: [ArticleCounts], state: DayCoverage.State = .complete, incomplete: Bool = false
    ) throws -> DayCounts {
        let day = try #require(CalendarDay(iso: iso))
        let time = LocalTime(day: day, secondOfDay: 0, offset: 0)
        let coverage = DayCoverage(
            state: state, incomplete: incomplete, firstLine: time, lastLine: time, hoursWithoutLines: [], formats: [])
        var accounting = Accounting()
        accounting[.view] = articles.reduce(0) { $0 + $1.views }
        return DayCounts(day: day, coverage: coverage, accounting: accounting, articles: articles)
    }
}
