import LogReading

/// Everything that was counted on one local day, as it is kept: what `DayCounts` are made of.
public struct DayTotals: Hashable, Sendable {
    public let day: CalendarDay
    /// Of all sources, with double clicks told from views.
    public var lines: DayLines
    /// The articles with at least one view on the day, by key bytes.
    public var articles: [ArticleCounts]
    public var minuteViews: MinuteViews

    public init(day: CalendarDay, lines: DayLines, articles: [ArticleCounts], minuteViews: MinuteViews) {
        self.day = day
        self.lines = lines
        self.articles = articles
        self.minuteViews = minuteViews
    }

    /// All views of the day, of all articles.
    public var views: Int { lines.accounting[.view] }
}

extension DayCounts {
    /// - Parameters:
    ///   - latestSecond: The latest line of all counted sources, of whatever day; seconds since 1970 UTC.
    ///   - incomplete: A source with lines of this day may be missing.
    public init(_ totals: DayTotals, calendar: SiteCalendar, latestSecond: UInt32, incomplete: Bool) {
        let lines = totals.lines
        let end = calendar.end(of: totals.day) ?? .max
        self.init(
            day: totals.day,
            coverage: DayCoverage(
                state: Int64(latestSecond) >= end ? .complete : .partial,
                incomplete: incomplete,
                firstLine: calendar.localTime(at: Int64(lines.firstSecond)),
                lastLine: calendar.localTime(at: Int64(lines.lastSecond)),
                hoursWithoutLines: lines.minutes.missing(in: calendar.hours(of: totals.day)),
                formats: lines.formats.map { FormatLines(format: $0.key.rawValue, lines: $0.value) }
                    .sorted { $0.format < $1.format }),
            accounting: lines.accounting, articles: totals.articles)
    }
}
