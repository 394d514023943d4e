public import ViewCounting

/// Ranks days that come in order: each against the day before, with the charts up to it.
public struct ChartedDays: Sendable {
    private var memory: ChartMemory
    private var table = PlaceTable()
    private var before: DayRanking?

    /// - Parameters:
    ///   - top: A rank of the site up to this one is within the top.
    ///   - sectionTop: The same in a section.
    public init(top: Int, sectionTop: Int) {
        memory = ChartMemory(top: top, sectionTop: sectionTop)
    }

    /// Ranks the next day.
    ///
    /// - Precondition: It lies behind all days that were ranked.
    public mutating func rank(_ counts: DayCounts) -> DayRanking {
        let day = NumberedDay(counts, in: &table)
        memory.add(day)
        let ranking = DayRanking(of: counts, after: before, charts: DayCharts(memory, of: day, in: table))
        before = ranking
        return ranking
    }
}
