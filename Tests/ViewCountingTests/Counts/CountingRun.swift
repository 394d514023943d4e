import LogReading
import TestSupport

@testable import ViewCounting

/// The whole counting, from files to days, as a run does it.
struct CountingRun {
    let rules: CountingRules
    var format: LogFormat? = .combined
    private let folder: ScratchFolder
    private let keys = VisitorKeys.random()

    init(_ rules: CountingRules, format: LogFormat? = .combined) throws {
        self.rules = rules
        self.format = format
        folder = try ScratchFolder()
    }

    /// Reads files and gives what one worker found in them, each under its number.
    ///
    /// - Throws: What reading one of them throws.
    func worker(_ files: [Int: [UInt8]], inOrder order: [Int]? = nil) throws -> WorkerCounts {
        var counter = SourceCounter(rules, keys: keys)
        for number in order ?? files.keys.sorted() {
            let input = try LogInput(opening: try path(of: files[number] ?? [], number: number))
            try counter.count(LogStream(input), as: number, layout: format.map { .standard($0) })
        }
        return counter.finish()
    }

    func path(of file: [UInt8], number: Int) throws -> String {
        try folder.file("log-\(number)", file)
    }

    /// Everything that the workers counted.
    func reduction(
        _ workers: [WorkerCounts], counting sources: Set<Int>? = nil, incomplete: Bool = false, jobs: Int = 1
    ) -> Counted {
        let counting = sources ?? Set(workers.flatMap(\.sources.keys))
        let reduction = Reduction(workers, counting: counting, calendar: rules.calendar, jobs: jobs)
        let latest = workers.flatMap(\.sources).filter { counting.contains($0.key) }.map(\.value.lastSecond).max()
        return Counted(
            accounting: reduction.accounting,
            days: reduction.days.map {
                DayCounts($0, calendar: rules.calendar, latestSecond: latest ?? 0, incomplete: incomplete)
            })
    }

    /// One worker, one thread, these files.
    func counted(_ files: [[UInt8]]) throws -> Counted {
        reduction([try worker(Dictionary(uniqueKeysWithValues: files.enumerated().map { ($0, $1) }))])
    }

    /// A counter that is told of files one by one, for tests of what fails.
    func counter() -> SourceCounter { SourceCounter(rules, keys: keys) }
}

/// What came of a run.
struct Counted {
    let accounting: Accounting
    let days: [DayCounts]

    /// The lines of each outcome that has some, in the order of the outcomes.
    var outcomes: [String: Int] {
        Dictionary(
            uniqueKeysWithValues: Outcome.allCases.filter { accounting[$0] > 0 }.map { ($0.name, accounting[$0]) })
    }
}

extension CountingRules {
    /// Plain rules: no pattern, nothing excluded, no list of robots.
    static func plain(zone: String = "UTC", now: Int64) -> CountingRules? {
        SiteCalendar(zoneName: zone).map {
            CountingRules(
                articles: ArticleRules(), exclusions: Exclusions(), robots: RobotRules(lists: []), calendar: $0,
                now: now)
        }
    }
}
