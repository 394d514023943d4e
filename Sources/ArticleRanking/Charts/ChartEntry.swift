public import ViewCounting

/// What an article's days up to one of them come to, within one scope: the site, or a section.
public struct ChartEntry: Hashable, Sendable {
    /// The best rank that it had on any of the days: 1 or more.
    public var peakRank: Int { Int(peak) }
    /// On how many of the days its rank was within the top.
    public var daysInTop: Int { Int(days) }
    /// How many calendar days in a row it has been within the top, the last one included; 0 where it is not in it on that one.
    public var streak: Int { Int(run) }
    /// The first day on which it had a view.
    public let firstDay: CalendarDay
    /// It has a view on the last day, none on the day before, and one on an earlier day.
    public let isReentry: Bool

    // A day has ten thousands of entries, and its rankings hold each of them twice.
    private let peak: UInt32
    private let days: UInt32
    private let run: UInt32

    public init(peakRank: Int, daysInTop: Int, streak: Int, firstDay: CalendarDay, isReentry: Bool) {
        peak = UInt32(clamping: peakRank)
        days = UInt32(clamping: daysInTop)
        run = UInt32(clamping: streak)
        self.firstDay = firstDay
        self.isReentry = isReentry
    }
}
