import LogReading
public import ViewCounting

/// The rankings of a period, and how far its days are known: one side of a comparison.
public struct PeriodRanking: Sendable {
    public let period: DayPeriod
    public let site: Ranking
    public let sections: [SectionRanking]
    /// The days of the period that are counted, earliest first.
    public let days: [RangeCounts.Day]
    /// Those that are not, the ones that follow each other as one.
    public let missing: [ClosedRange<CalendarDay>]
    /// The hours in which no line was read, of all days that are counted, in their order.
    public let hoursWithoutLines: [LocalHour]
    /// False where visitors cannot be told: over several days, or in some hours of a day.
    public let knowsVisitors: Bool

    /// A day as it is counted.
    ///
    /// - Precondition: `counts` and `ranking` are of one day.
    public init(of ranking: DayRanking, _ counts: DayCounts) {
        precondition(counts.day == ranking.day, "a period's counts and ranking are of one day")
        period = DayPeriod(ranking.day)
        site = ranking.site
        sections = ranking.sections
        days = [RangeCounts.Day(of: counts)]
        missing = []
        hoursWithoutLines = counts.coverage.hoursWithoutLines
        knowsVisitors = true
    }

    /// Several days together, or a part of their hours.
    ///
    /// - Parameter hoursWithoutLines: Of all its days, in their order.
    /// - Precondition: The ranking is that of the period's days.
    public init(of ranking: RangeRanking, as period: DayPeriod, hoursWithoutLines: [LocalHour] = []) {
        precondition(ranking.range == period.days, "a period's ranking is that of its days")
        self.period = period
        site = ranking.site
        sections = ranking.sections
        days = ranking.days
        missing = ranking.missing
        self.hoursWithoutLines = hoursWithoutLines
        knowsVisitors = false
    }
}
