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
            for day in sources.lazy.flatMap(\.days) { assembly.add(day, pageNumbers: pageNumbers) }
        }
        let clicks = zip(counted, merged.pageNumbers).flatMap { sources, pageNumbers in
            sources.map { Reduction.pageDays(of: $0, pageNumbers: pageNumbers, calendar: calendar) }
        }
        assembly.add(pageClicks: KeyCounts(clicks))
        assembly.add(views: views, visitors: visitors)
        days = assembly.finish()
        var total = Accounting()
        for source in counted.joined() { total += source.timeless }
        for day in days { total += day.accounting }
        accounting = total
    }

    /// Page and day of each click of a source, for the path that is shown and the raw clicks.
    private static func pageDays(
        of source: SourceCounts, pageNumbers: [UInt32], calendar: SiteCalendar
    ) -> [UInt64] {
        var finder = StretchFinder(calendar)
        var keys: [UInt64] = []
        keys.reserveCapacity(source.clicks.reduce(0) { $0 + $1.count })
        for piece in source.clicks {
            for click in piece {
                let day = UInt32(bitPattern: finder.day(at: Int64(click.second)).number)
                keys.append(UInt64(pageNumbers[Int(click.page)]) << 32 | UInt64(day))
            }
        }
        return keys
    }
}
