public import ViewCounting

/// Ranks days that come in order: each against the day before, with the charts up to it.
///
/// Where all days are numbered before the first is ranked, the table does not change any more, and can be shared without a copy.
public struct ChartedDays: Sendable {
    /// What the numbers of days stand for.
    public private(set) var table = PlaceTable()
    private var memory: ChartMemory
    private var numbered: NumberedCounts?
    private var ranking: DayRanking?

    /// - Parameters:
    ///   - top: A rank of the site up to this one is within the top.
    ///   - sectionTop: The same in a section.
    public init(top: Int, sectionTop: Int) {
        memory = ChartMemory(top: top, sectionTop: sectionTop)
    }

    /// Numbers a day; quickest after the day before it.
    public mutating func number(_ counts: DayCounts) -> NumberedCounts {
        let counts = counts.inKeyOrder
        let day = NumberedDay(counts, in: &table, after: numbered.map { ($0.counts, $0.day) })
        let numbered = NumberedCounts(counts, day)
        self.numbered = numbered
        return numbered
    }

    /// Ranks the next day.
    ///
    /// - Precondition: It was numbered here, and lies behind all days that were ranked.
    public mutating func rank(_ numbered: NumberedCounts) -> DayRanking {
        memory.add(numbered.day)
        let ranking = DayRanking(
            of: numbered.counts, as: numbered.day, after: ranking,
            charts: DayCharts(memory, of: numbered.day, in: table))
        self.ranking = ranking
        return ranking
    }
}
