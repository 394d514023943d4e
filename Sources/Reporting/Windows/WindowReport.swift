public import ArticleRanking
import LogReading
public import ViewCounting

/// All that is said of one window, ready to be written in every form.
public struct WindowReport: Sendable {
    public let site: ReportSite
    public let ranking: WindowRanking
    public let state: WindowState
    /// Of each article that which holds on the last day of the window's days on which it was read.
    public let headlines: Headlines
    let window: ShownWindow

    /// - Parameter end: The first minute behind it, since 1970 UTC.
    public init(
        of ranking: WindowRanking, _ length: WindowLength, end: Int, state: WindowState, at site: ReportSite,
        headlines: Headlines
    ) {
        self.site = site
        self.ranking = ranking
        self.state = state
        self.headlines = headlines
        window = ShownWindow(length: length, minutes: end - length.minutes..<end, calendar: site.calendar)
    }
}

/// How a window is told.
struct ShownWindow: Sendable {
    let length: WindowLength
    /// Since 1970 UTC.
    let minutes: Range<Int>
    let calendar: SiteCalendar

    /// `2026-03-01T15:00:00+09:00`, its first minute.
    var first: String { calendar.instantText(atMinute: minutes.lowerBound) }
    /// `2026-03-02T15:00:00+09:00`, the first minute behind it.
    var end: String { calendar.instantText(atMinute: minutes.upperBound) }

    /// `2026-03-01T15:00:00+09:00..2026-03-02T15:00:00+09:00`
    var text: String { "\(first)..\(end)" }

    /// `24 hours up to Monday, 2 March 2026, 15:00`
    var title: String {
        let time = calendar.localTime(at: Int64(minutes.upperBound) * 60)
        let clock = DayClock(day: time.day, calendar: calendar)
        return "\(span) up to \(WrittenDay.of(time.day)), \(clock.minute(time))"
    }

    private var span: String {
        let count = length.minutes
        if count % 1440 == 0, count > 1440 { return Figures.count(count / 1440, "day", "days") }
        return count % 60 == 0
            ? Figures.count(count / 60, "hour", "hours") : Figures.count(count, "minute", "minutes")
    }
}
