public import ViewCounting

/// Ranks days that come in order: each against the day before, with the charts up to it.
public struct ChartedDays: Sendable {
    /// What the numbers of `day` stand for.
    public private(set) var table = PlaceTable()
    /// The day that was ranked last.
    public private(set) var day: NumberedDay?
    private var memory: ChartMemory
    private var counts: DayCounts?
    private var ranking: DayRanking?

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
        let before = self.counts.flatMap { counts in self.day.map { (counts, $0) } }
        let counts = counts.inKeyOrder
        let day = NumberedDay(counts, in: &table, after: before)
        memory.add(day)
        let ranking = DayRanking(
            of: counts, as: day, after: ranking, charts: DayCharts(memory, of: day, in: table))
        self.ranking = ranking
        self.counts = counts
        self.day = day
        return ranking
    }
}
