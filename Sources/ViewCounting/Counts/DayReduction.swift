import LogReading

/// One day of a reduction: its clicks shuffled and reduced.
///
/// Visitors are hashed under the salt of the day, and clicks of the day after that matter come under it too: so each day is
/// reduced by itself, and needs memory for its own clicks alone.
struct DayReduction: Sendable {
    let totals: DayTotals
    /// Of each article in `totals`, the merged number of the page by which it is shown.
    let pages: [UInt32]
    /// What became of the clicks of earlier runs.
    let earlier: ViewTally.Earlier

    /// What a source brought to the day.
    struct Part: Sendable {
        let day: SourceDay
        /// The number of the table that its page numbers are of.
        let table: Int
        let marks: Click.Marks

        fileprivate func runs(articles: [UInt32]) -> [ClickShuffle.Run] {
            [
                ClickShuffle.Run(pieces: day.clicks, articles: articles, marks: marks),
                ClickShuffle.Run(pieces: [day.followers], articles: articles, marks: marks.union(.follower)),
            ]
        }
    }

    /// Nil where no line counts of the day.
    ///
    /// - Parameters:
    ///   - parts: All of the day.
    ///   - threads: To use, 1 or more.
    ///   - memory: May have been used for other days.
    init?(
        of day: CalendarDay, _ parts: [Part], table: MergedTable, threads: Int, in memory: inout ReductionMemory
    ) {
        let counting = parts.filter { !$0.marks.contains(.gone) }
        guard counting.contains(where: \.day.hasLines) else { return nil }
        var assembly = DayAssembly(day, table: table)
        for part in counting { assembly.add(part.day, pageNumbers: table.pageNumbers[part.table]) }
        let shuffle = ClickShuffle(
            parts.flatMap { $0.runs(articles: table.articleNumbers[$0.table]) }, in: &memory)
        let tallies = DayReduction.tallies(shuffle, articles: table.keys.count, threads: threads)
        (totals, pages) = assembly.finish(tallies, shuffle.views())
        earlier = tallies.reduce(into: ViewTally.Earlier()) { $0 += $1.earlier }
    }

    private static func tallies(_ shuffle: ClickShuffle, articles: Int, threads: Int) -> [ViewTally] {
        inParallel(workers: threads) { thread in
            var tally = ViewTally(articles: articles)
            for bucket in stride(from: thread, to: shuffle.bucketCount, by: threads) {
                shuffle.reduceBucket(bucket) { tally.count($0) }
            }
            return tally
        }
    }
}
