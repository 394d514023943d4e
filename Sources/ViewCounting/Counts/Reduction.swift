import LogReading

/// Shuffle, reduce and merge: from what the sources brought to what each day counted.
///
/// The result depends on the set of lines alone, not on sources, workers, runs or their order.
public struct Reduction: Sendable {
    /// The lines of this run's sources by outcome.
    public let accounting: Accounting
    /// The days that these clicks decide and that have a line, earliest first. Closed days are not among them.
    public let days: [DayTotals]
    /// Views of earlier runs, by day, that new clicks took back: they are double clicks now.
    public let retracted: [CalendarDay: Int]

    /// - Parameters:
    ///   - workers: What the map step gave.
    ///   - sources: The numbers of the sources that count; others are left out as if they had not been read.
    ///   - kept: What earlier runs counted on the days that change, of sources that still count.
    ///   - gone: What earlier runs counted on them, of sources that count no more.
    ///   - jobs: Threads to use, 1 or more.
    public init(
        _ workers: [WorkerCounts], counting sources: Set<Int>, kept: [DayPart] = [], gone: [DayPart] = [],
        calendar: SiteCalendar, jobs: Int
    ) {
        let counted = workers.map { worker in
            worker.sources.filter { sources.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
        }
        let parts = Parts(workers, counted, kept: kept, gone: gone)
        let merged = MergedTable(parts.tables)
        let shuffle = ClickShuffle(parts.all.flatMap { $0.runs(articles: merged.articleNumbers[$0.table]) })
        let tallies = inParallel(workers: jobs) { worker in
            var tally = ViewTally(calendar: calendar, clicks: shuffle.count / jobs + shuffle.bucketCount)
            for bucket in stride(from: worker, to: shuffle.bucketCount, by: jobs) {
                shuffle.withSortedBucket(bucket) { tally.count($0) }
            }
            return tally
        }
        let earlier = tallies.reduce(into: [CalendarDay: ViewTally.Earlier]()) { sum, tally in
            for (day, counts) in tally.earlier { sum[day, default: ViewTally.Earlier()] += counts }
        }

        var assembly = DayAssembly(table: merged.table, calendar: calendar)
        let counting = parts.all.filter { !$0.marks.contains(.gone) }
        for part in counting { assembly.add(part.day, pageNumbers: merged.pageNumbers[part.table]) }
        assembly.add(
            pageClicks: KeyCounts(counting.map { $0.pageDays(pageNumbers: merged.pageNumbers[$0.table]) }))
        assembly.add(views: KeyCounts(tallies.map(\.views)), visitors: KeyCounts(tallies.map(\.visitors)))
        days = assembly.finish()
        retracted = earlier.mapValues(\.retracted).filter { $0.value > 0 }

        let views = days.reduce(0) { $0 + $1.views } - earlier.values.reduce(0) { $0 + $1.views }
        accounting = Reduction.accounting(of: counted.flatMap(\.self), views: views)
    }

    /// - Parameter views: Of the clicks of these sources, those that are views.
    private static func accounting(of sources: [SourceCounts], views: Int) -> Accounting {
        var total = Accounting()
        for source in sources {
            total += source.timeless
            for day in source.days { total += day.lines.accounting }
        }
        total[.doubleClick] = total[.view] - views
        total[.view] = views
        return total
    }
}

/// All that takes part in a reduction: what each source brought to each open day.
private struct Parts {
    struct Part {
        let day: SourceDay
        /// Index in `tables`.
        let table: Int
        let marks: Click.Marks

        /// - Parameter articles: By page number of the part's table, the merged numbers of their articles.
        func runs(articles: [UInt32]) -> [ClickShuffle.Run] {
            [
                ClickShuffle.Run(pieces: day.clicks, articles: articles, marks: marks),
                ClickShuffle.Run(pieces: [day.followers], articles: articles, marks: marks.union(.follower)),
            ]
        }

        /// Page and day of each click, for the path that is shown and the raw clicks.
        func pageDays(pageNumbers: [UInt32]) -> [UInt64] {
            let number = UInt64(UInt32(bitPattern: day.day.number))
            return day.clicks.joined().map { UInt64(pageNumbers[Int($0.page)]) << 32 | number }
        }
    }

    private(set) var tables: [PageTable] = []
    private(set) var all: [Part] = []

    init(_ workers: [WorkerCounts], _ counted: [[SourceCounts]], kept: [DayPart], gone: [DayPart]) {
        for (worker, sources) in zip(workers, counted) {
            for day in sources.lazy.flatMap(\.days) where !day.isLate {
                all.append(Part(day: day, table: tables.count, marks: []))
            }
            tables.append(worker.table)
        }
        for (parts, marks) in [(kept, Click.Marks.kept), (gone, Click.Marks.gone)] {
            for part in parts {
                all.append(Part(day: part.day, table: tables.count, marks: marks))
                tables.append(part.table)
            }
        }
    }
}
