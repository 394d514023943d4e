public import ViewCounting

/// How far the days of a window are known.
public struct WindowState: Hashable, Sendable {
    /// Days that it reaches into and of which no line is known, those that follow each other as one.
    public let missing: [ClosedRange<CalendarDay>]
    /// Days that it reaches into of which views may be missing, as a log was damaged; earliest first.
    public let incomplete: [CalendarDay]
    /// A line at or after its end has been read, so that no more of it is to come.
    public let isReached: Bool

    /// - Parameters:
    ///   - minutes: Since 1970 UTC.
    ///   - days: The days that are known, earliest first.
    ///   - skipped: The days that the zone does not have, earliest first.
    public init(
        of minutes: Range<Int>, among days: [RangeCounts.Day], skipped: [CalendarDay], clock: WindowClock
    ) {
        let range = clock.calendar.days(of: minutes)
        let known = days.filter { range.contains($0.day) }
        missing = range.without((known.map(\.day) + skipped.filter(range.contains)).sorted())
        incomplete = known.filter(\.isIncomplete).map(\.day)
        isReached = Int(clock.latestSecond) / 60 >= minutes.upperBound
    }
}

extension SiteCalendar {
    /// The local days that minutes since 1970 UTC reach into.
    ///
    /// - Precondition: There is at least one.
    public func days(of minutes: Range<Int>) -> ClosedRange<CalendarDay> {
        let (first, last) = (day(at: Int64(minutes.lowerBound) * 60), day(at: Int64(minutes.upperBound - 1) * 60))
        // A clock that is put back across midnight shows the day before once more.
        return min(first, last)...max(first, last)
    }
}

/// The days that windows reach into, as far as they are known.
struct WindowKnowledge: Sendable {
    private let days: [RangeCounts.Day]
    /// Days within reach that the zone does not have.
    private let skipped: [CalendarDay]
    private let clock: WindowClock

    /// - Parameters:
    ///   - minutes: Of all the windows, since 1970 UTC.
    ///   - days: The days that are known, earliest first.
    init(of minutes: Range<Int>, _ days: [RangeCounts.Day], clock: WindowClock) {
        self.days = days
        self.clock = clock
        skipped = clock.calendar.days(of: minutes).without(days.map(\.day)).flatMap(\.days)
            .filter { clock.calendar.end(of: $0) == nil }
    }

    func state(of minutes: Range<Int>) -> WindowState {
        WindowState(of: minutes, among: days, skipped: skipped, clock: clock)
    }
}
