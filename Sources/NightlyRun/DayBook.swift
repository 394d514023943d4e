import ArticleRanking
import History
import Reporting
import SiteProfile
import ViewCounting

/// The days of a history as reports need them: with their state, and ranked after the day before.
struct DayBook {
    let days: [StoredDay]
    private let history: History
    private let byDay: [CalendarDay: StoredDay]
    private let calendar: SiteCalendar
    private let latestSecond: UInt32

    /// - Parameter latestSecond: Of all sources that count, seconds since 1970 UTC.
    init(_ history: History, calendar: SiteCalendar, latestSecond: UInt32) throws(HistoryError) {
        self.history = history
        self.calendar = calendar
        self.latestSecond = latestSecond
        days = try history.days()
        byDay = Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0) })
    }

    subscript(day: CalendarDay) -> StoredDay? { byDay[day] }

    func isComplete(_ day: StoredDay) -> Bool {
        Int64(latestSecond) >= calendar.end(of: day.day) ?? .max
    }

    /// The day before, where it is known in full: only then anything is said of movement.
    func dayBefore(_ day: StoredDay) -> StoredDay? {
        byDay[day.day.previous].flatMap { isComplete($0) ? $0 : nil }
    }

    func counts(of day: StoredDay) throws(HistoryError) -> DayCounts? {
        try history.totals(of: day.day).map {
            DayCounts($0, calendar: calendar, latestSecond: latestSecond, incomplete: day.isIncomplete)
        }
    }

    /// All that the day's reports say; nil for a day without totals.
    func report(of day: StoredDay, _ site: SiteSettings) throws(HistoryError) -> DayReport? {
        guard let counts = try counts(of: day) else { return nil }
        let before = try dayBefore(day).flatMap { day throws(HistoryError) in try self.counts(of: day) }
        return DayReport(
            counts, DayRanking(of: counts, after: before.map { DayRanking(of: $0, after: nil) }), site,
            calendar: calendar, robots: RobotLabels(texts: day.robots),
            restatement: day.restatement.flatMap { Restatement(json: $0) })
    }
}

extension DayReport {
    init(
        _ counts: DayCounts, _ ranking: DayRanking, _ site: SiteSettings, calendar: SiteCalendar, robots: RobotLabels,
        restatement: Restatement? = nil
    ) {
        self.init(
            site: site.profile.site, url: site.profile.url, calendar: calendar, counts: counts, ranking: ranking,
            robots: robots.labels, top: site.top, sectionTop: site.profile.sectionTop, csvBOM: site.profile.csvBOM,
            restatement: restatement)
    }
}
