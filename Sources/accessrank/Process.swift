import ArgumentParser
import CGlibc
import NightlyRun
import ViewCounting

struct Process: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add logs to the history, and write every report that changes.",
        discussion: ManualText.process)

    @Argument(
        help: ArgumentHelp("Logs, gzip or plain; - is standard input.", valueName: "LOG"), completion: .file())
    var logs: [String] = []

    @Option(help: ArgumentHelp("The site's profile.", valueName: "site.yaml"), completion: .profile)
    var profile: String?

    @Option(
        name: .customLong("catalog"),
        help: ArgumentHelp(
            "A sitemap, a feed or a CSV file with titles, in place of the profile's; may be repeated.",
            valueName: "FILE"),
        completion: .file())
    var catalog: [String] = []

    @Option(
        help: ArgumentHelp(
            "The name of a format, or the string of a server's configuration; else each log shows its own.",
            valueName: "NAME"),
        completion: .logFormat)
    var format: String?

    @Option(
        help: ArgumentHelp("The site's zone (IANA), in place of the profile's.", valueName: "ZONE"), completion: .zone)
    var timezone: String?

    @Option(
        help: ArgumentHelp("The folder of the reports, in place of the profile's.", valueName: "DIR"),
        completion: .directory)
    var reports: String?

    @Option(help: ArgumentHelp("Articles in the site's ranking, in place of the profile's.", valueName: "N"))
    var top: Int?

    @Option(
        help: ArgumentHelp(
            "The first day to report, YYYY-MM-DD; all lines are counted all the same.", valueName: "DAY"),
        transform: ArgumentText.day)
    var from: CalendarDay?

    @Option(help: ArgumentHelp("The last day to report.", valueName: "DAY"), transform: ArgumentText.day)
    var to: CalendarDay?

    @Option(help: ArgumentHelp("Threads; else one for each core.", valueName: "N"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp("The time to take for now, such as 2026-03-03T04:00:00Z.", valueName: "TIME"),
        transform: ArgumentText.instant)
    var now: Int64?

    @Option(
        help: ArgumentHelp("Write a summary as JSON; - is standard output.", valueName: "FILE"), completion: .file())
    var summary: String?

    @Option(
        help: ArgumentHelp(
            "Write every line that could not be read there, as it was; - is standard output.", valueName: "FILE"),
        completion: .file())
    var rejects: String?

    @Option(
        help: ArgumentHelp(
            "The file of the history, in place of the profile's or of accessrank.sqlite.", valueName: "FILE"),
        completion: .file())
    var history: String?

    @Flag(help: "Count these logs alone, and keep nothing of them.")
    var noHistory = false

    @Flag(help: "Count what lies before the damage in a damaged log.")
    var allowDamaged = false

    @Flag(help: "Replace reports that hold more views than these logs have.")
    var replace = false

    @Flag(help: "Read all logs, also those whose files are as they were when they were counted.")
    var verify = false

    @Flag(help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        if let top { try ArgumentText.checkTop(top) }
        if let jobs { try ArgumentText.checkJobs(jobs) }
        if let from, let to, from > to {
            throw ValidationError("--from \(from) is later than --to \(to); write the earlier day first")
        }
        for (option, value) in [("reports", reports), ("history", history), ("summary", summary), ("rejects", rejects)]
        {
            try ArgumentText.checkName(value, of: option)
        }
        if let rejects, rejects == summary {
            throw ValidationError(
                "--rejects and --summary cannot both be \(rejects); name another place for one of them")
        }
        for name in catalog { try ArgumentText.checkName(name, of: "catalog") }
        if noHistory, history != nil {
            throw ValidationError("--history and --no-history contradict each other; leave one of them out")
        }
    }

    func run() throws {
        var options = ProcessOptions()
        options.logs = logs
        options.profile = profile
        options.catalog = catalog
        options.format = format
        options.timezone = timezone
        options.reports = reports
        options.top = top
        options.from = from
        options.to = to
        options.jobs = jobs
        options.now = now
        options.summary = summary
        options.rejects = rejects
        options.allowDamaged = allowDamaged
        options.replace = replace
        options.verify = verify
        options.quiet = quiet
        options.history = history
        options.noHistory = noHistory
        // Two threads share what memory they let go of: 7 MB less at the peak of two, and no slower.
        cglibc_limit_stocks(CInt(clamping: (options.threads + 1) / 2))
        let status = NightlyRun.process(options)
        if status != .success { throw ExitCode(status.rawValue) }
    }
}
