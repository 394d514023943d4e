import ArticleRanking
import History
import LogReading
public import Reporting
import SiteProfile
public import ViewCounting

extension HistoryQuery {
    /// `accessrank article`: how an article did from day to day.
    ///
    /// - Parameters:
    ///   - article: Its key, its path or its address.
    ///   - first, last: Nil for the first and the last day of the history.
    public static func course(
        of article: String, from first: CalendarDay?, to last: CalendarDay?, as form: RankOutput.Form,
        _ options: HistoryOptions
    ) -> Result<[UInt8], ExitFailure> {
        answer(options) { query throws(RunError) in
            try query.course(of: article, from: first, to: last).bytes(as: form)
        }
    }

    private func course(
        of article: String, from first: CalendarDay?, to last: CalendarDay?
    ) throws(RunError) -> CourseReport {
        guard let earliest = book.days.first?.day, let latest = book.days.last?.day else { throw missing("the days") }
        let (first, last) = (first ?? min(earliest, last ?? earliest), last ?? max(latest, first ?? latest))
        guard first <= last, first <= latest, last >= earliest else { throw missing("\(first)..\(last)") }
        var numbers = try reading { () throws(HistoryError) in try history.numberedDays() }
        let finder = ArticleFinder(rules: site.profile.articleRules)
        let found = try finder.find(article) { key throws(RunError) in numbers.table.known(article: key) != nil }
        let number = numbers.table.known(article: found.key)
        var days: [CourseDay] = []
        for day in book.days where (first...last).contains(day.day) {
            let counts = try reading { () throws(HistoryError) in try book.numbered(day, by: &numbers) }
            if let counts { days.append(CourseDay(counts, article: number, in: numbers.table)) }
        }
        let course = ArticleCourse(first...last, days: days, top: site.top)
        return try reading { () throws(HistoryError) in
            CourseReport(
                of: course, article: (found.key, found.path ?? found.key), at: reportSite,
                headlines: try history.headlines(on: course.days.last?.day ?? last, of: [found.key]),
                hours: try course.bestDay.flatMap { day throws(HistoryError) in try hours(of: found.key, on: day.day) })
        }
    }

    private func hours(of key: ByteString, on day: CalendarDay) throws(HistoryError) -> ArticleHours? {
        guard let totals = try history.totals(of: day),
            let article = totals.articles.firstIndex(where: { $0.key == key })
        else { return nil }
        return ArticleHours(
            totals.minuteViews.cells.filter { $0.article == UInt32(article) }, hours: calendar.hours(of: day))
    }
}
