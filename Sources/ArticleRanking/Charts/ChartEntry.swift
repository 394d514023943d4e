public import ViewCounting

/// What an article's days up to one of them come to, within one scope: the site, or a section.
public struct ChartEntry: Hashable, Sendable {
    /// The best rank that it had on any of the days: 1 or more.
    public let peakRank: Int
    /// On how many of the days its rank was within the top.
    public let daysInTop: Int
    /// How many calendar days in a row it has been within the top, the last one included; 0 where it is not in it on that one.
    public let streak: Int
    /// The first day on which it had a view.
    public let firstDay: CalendarDay
    /// It has a view on the last day, none on the day before, and one on an earlier day.
    public let isReentry: Bool

    public init(peakRank: Int, daysInTop: Int, streak: Int, firstDay: CalendarDay, isReentry: Bool) {
        self.peakRank = peakRank
        self.daysInTop = daysInTop
        self.streak = streak
        self.firstDay = firstDay
        self.isReentry = isReentry
    }
}
