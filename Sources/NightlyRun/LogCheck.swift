import Foundation
import History
import LogReading
public import Reporting
import SiteProfile
import ViewCounting

/// `accessrank check`: reads logs as `process` does, keeps nothing, and tells what became of each line and why.
public enum LogCheck {
    /// What was asked for.
    public struct Options: Sendable {
        /// Paths of logs, `-` for standard input; none for those of the profile.
        public var logs: [String] = []
        public var profile: String?
        public var format: String?
        public var timezone: String?
        /// Threads, 1 or more.
        public var jobs: Int?
        /// The time to take for now, seconds since 1970 UTC; nil for the clock's.
        public var now: Int64?
        public var form = CheckReport.Form.markdown

        public init() {}
    }

    /// Reads the logs, and prints the report.
    ///
    /// The report is printed also where a log is damaged or fits no format; that is the exit status then.
    public static func run(_ options: Options) -> Result<Void, ExitFailure> {
        let console = Console(isQuiet: false)
        do throws(RunError) {
            let check = try Reading(options, console)
            let report = try check.report()
            console.clearProgress()
            if case .failure(let failure) = CommandAnswer.write(report.bytes(as: options.form)) {
                return .failure(failure)
            }
            check.tellTrouble(console)
            return check.isGood ? .success(()) : .failure(ExitFailure(status: .badInput))
        } catch {
            console.error(error.message)
            return .failure(ExitFailure(status: error.status))
        }
    }
}

/// All logs, read once.
private struct Reading {
    private let site: SiteSettings
    private let inputs: [LogInput]
    private let map: MapStep
    private let sources: [Int: SourceCounts]
    private let settlement: SourceSettlement
    private let jobs: Int
    /// The path of the profile.
    private let profile: String?

    init(_ options: LogCheck.Options, _ console: Console) throws(RunError) {
        var process = ProcessOptions()
        process.logs = options.logs
        process.profile = options.profile
        process.format = options.format
        process.timezone = options.timezone
        process.now = options.now
        process.noHistory = true
        profile = options.profile
        site = try SiteSettings(process)
        inputs = try InputSet(process, site.profile, console: console).inputs
        jobs = options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
        let past = try Past(site)
        map = try MapStep(
            inputs, rules: site.rules(closed: past.closedDays), past: past.state, layout: site.layout, jobs: jobs,
            allowDamaged: false, keeping: .examinations,
            progress: Progress(console, sizes: inputs.map(\.sizeInBytes)))
        sources = map.workers.reduce(into: [:]) { $0.merge($1.sources) { first, _ in first } }
        do throws(LogReadError) {
            settlement = try SourceSettlement(
                inputs, readings: map.readings, sources: sources, known: past.state.known)
        } catch {
            throw RunError(.io, "\(error)")
        }
    }

    /// Of the logs that count: copies of others do not.
    func report() throws(RunError) -> CheckReport {
        let counted = settlement.counted.sorted()
        let reduction = Reduction(
            map.workers, counting: settlement.counted, calendar: site.calendar, jobs: jobs)
        var examination = LogExamination()
        for number in counted { examination += map.examinations[number] ?? LogExamination() }
        return CheckReport(
            site: site.profile.site, calendar: site.calendar, logs: inputs.indices.map { log($0) },
            accounting: reduction.accounting, examination: examination,
            quietHours: QuietHours(counted.flatMap { sources[$0]?.days ?? [] }, calendar: site.calendar))
    }

    private func log(_ number: Int) -> CheckReport.Log {
        let source = sources[number]
        let seconds = source?.days.filter(\.hasLines).map { ($0.lines.firstSecond, $0.lines.lastSecond) } ?? []
        let first = seconds.map(\.0).min()
        let last = seconds.map(\.1).max()
        return CheckReport.Log(
            name: inputs[number].name, state: settlement.states[number].rawValue,
            isCounted: settlement.counted.contains(number), lines: source?.lines ?? 0,
            fittingLines: source?.fittingLines ?? 0,
            format: source?.format, evidence: source?.evidence, times: map.examinations[number]?.times,
            seconds: first.flatMap { first in last.map { first...$0 } })
    }

    /// Logs that were read, have lines, and none that fits.
    private var unfitting: [Int] {
        sources.keys.sorted().filter { number in sources[number]?.fitsNothing ?? false }
    }

    var isGood: Bool { unfitting.isEmpty && damages.isEmpty }

    private var damages: [LogReadError] {
        map.readings.compactMap { if case .damaged(let error, _) = $0 { error } else { nil } }
    }

    /// As `process` would.
    func tellTrouble(_ console: Console) {
        for error in damages {
            let trouble = LogTrouble(error)
            console.error("\(trouble.place); nothing of it was counted; \(trouble.remedy)")
        }
        for number in unfitting {
            let logs = UnfittingLogs([inputs[number].name], samples: [], site.layout)
            console.error("\(logs.sentence); \(UnfittingLogs.remedy)")
        }
        for (number, source) in sources.sorted(by: { $0.key < $1.key }) {
            guard let offset = source.garbageOffset else { continue }
            console.warning(LogTrouble.garbage(in: inputs[number].name, from: offset))
        }
        PatternWarnings(site.profile.articleRules.patterns, map.workers).tell(console, profile: profile)
        ClientWarnings(
            map.workers, sources.filter { settlement.counted.contains($0.key) }, named: inputs.map(\.name), site: site
        ).tell(console)
    }
}
