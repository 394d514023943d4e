import LogReading

/// Shuffle, reduce and merge: from what the sources brought to what each day counted.
///
/// The result depends on the set of lines alone, not on sources, workers or their order.
public struct Reduction: Sendable {
    /// The lines of all sources by outcome.
    public let accounting: Accounting
    /// The days that have a line, earliest first.
    public let days: [DayCounts]

    /// - Parameters:
    ///   - workers: What the map step gave.
    ///   - sources: The numbers of the sources that count; others are left out as if they had not been read.
    ///   - incomplete: A source of the run was damaged.
    ///   - jobs: Threads to use, 1 or more.
    public init(
        _ workers: [WorkerCounts], counting sources: Set<Int>, calendar: SiteCalendar, incomplete: Bool, jobs: Int
    ) {
        let counted = workers.map { worker in
            worker.sources.filter { sources.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
        }
        let merged = MergedTable(workers)
        let shuffle = ClickShuffle(
            zip(counted, merged.articleNumbers).flatMap { sources, numbers in
                sources.map { (pieces: $0.clicks, articles: numbers) }
            })
        let tallies = inParallel(workers: jobs) { worker in
            var tally = ViewTally(calendar: calendar, clicks: shuffle.count / jobs + shuffle.bucketCount)
            for bucket in stride(from: worker, to: shuffle.bucketCount, by: jobs) {
                shuffle.withSortedBucket(bucket) { tally.count($0) }
            }
            return tally
        }
        let views = KeyCounts(tallies.map(\.views))
        let visitors = KeyCounts(tallies.map(\.visitors))

        var assembly = DayAssembly(table: merged.table, calendar: calendar, incomplete: incomplete)
        for (sources, pageNumbers) in zip(counted, merged.pageNumbers) {
            for day in sources.flatMap(\.days) { assembly.add(day, pageNumbers: pageNumbers) }
        }
        assembly.add(views: views, visitors: visitors)
        days = assembly.finish()
        var total = Accounting()
        for source in counted.joined() { total += source.timeless }
        for day in days { total += day.accounting }
        accounting = total
    }
}
