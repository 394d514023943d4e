import LogReading

/// Shuffle, reduce and merge: from what the sources brought to what each day counted.
///
/// The result depends on the set of lines alone, not on sources, workers, runs or their order.
public struct Reduction: Sendable {
    /// The lines of this run's sources by outcome.
    public let accounting: Accounting
    /// The days that these clicks decide and that have a line, earliest first. Closed days are not among them.
    public private(set) var days: [DayTotals]
    /// By day, of each of its articles the number of the page by which it is shown: where it is the same, on whatever day, key, path
    /// and section are.
    public let pages: [CalendarDay: [UInt32]]
    /// For each worker, by number of a page in its table: how many articles' keys are before that of the page's article.
    public let ranks: [[UInt32]]
    /// Views of earlier runs, by day, that new clicks took back: they are double clicks now.
    public let retracted: [CalendarDay: Int]

    /// In `pages`, of an article without a page.
    public static let noPage = UInt32.max

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
        let reduced = Reduction.reduce(parts.byDay, merged, jobs: jobs)
        ranks = Array(merged.articleNumbers.prefix(workers.count))
        days = reduced.map(\.totals)
        pages = Dictionary(uniqueKeysWithValues: reduced.map { ($0.totals.day, $0.pages) })
        retracted = Dictionary(
            uniqueKeysWithValues: reduced.filter { $0.earlier.retracted > 0 }.map {
                ($0.totals.day, $0.earlier.retracted)
            })

        let views = reduced.reduce(0) { $0 + $1.totals.views - $1.earlier.views }
        accounting = Reduction.accounting(of: counted.flatMap(\.self), views: views)
    }

    /// Lets go of when the views were, once that has been kept; how many there were of what stays.
    public mutating func forgetMinutes() {
        for index in days.indices { days[index].minuteViews = MinuteViews(cells: []) }
    }

    /// Several days at a time; threads that are more than the days share the clicks of each.
    ///
    /// - Returns: The days that have a line, earliest first.
    private static func reduce(
        _ days: [(day: CalendarDay, parts: [DayReduction.Part])], _ table: MergedTable, jobs: Int
    ) -> [DayReduction] {
        let workers = min(jobs, max(days.count, 1))
        let reduced = inParallel(workers: workers) { worker in
            var memory = ReductionMemory()
            var reduced: [DayReduction] = []
            for (day, parts) in stride(from: worker, to: days.count, by: workers).lazy.map({ days[$0] }) {
                let threads = jobs / workers
                guard let day = DayReduction(of: day, parts, table: table, threads: threads, in: &memory) else {
                    continue
                }
                reduced.append(day)
            }
            return reduced
        }
        return reduced.flatMap(\.self).sorted { $0.totals.day < $1.totals.day }
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
    private(set) var tables: [PageTable] = []
    private(set) var all: [DayReduction.Part] = []

    init(_ workers: [WorkerCounts], _ counted: [[SourceCounts]], kept: [DayPart], gone: [DayPart]) {
        for (worker, sources) in zip(workers, counted) {
            for day in sources.lazy.flatMap(\.days) where !day.isLate {
                all.append(DayReduction.Part(day: day, table: tables.count, marks: []))
            }
            tables.append(worker.table)
        }
        for (parts, marks) in [(kept, Click.Marks.kept), (gone, Click.Marks.gone)] {
            for part in parts {
                all.append(DayReduction.Part(day: part.day, table: tables.count, marks: marks))
                tables.append(part.table)
            }
        }
    }

    /// Earliest first.
    var byDay: [(day: CalendarDay, parts: [DayReduction.Part])] {
        Dictionary(grouping: all, by: \.day.day).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
