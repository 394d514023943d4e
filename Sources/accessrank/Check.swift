import ArgumentParser
import NightlyRun
import Reporting

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what became of each line of some logs, and why; nothing is written.",
        discussion: """
            Reads the logs as `process` does, by the same profile, without a history. Addresses are cut to /24 and /48, \
            queries are cut off. Without LOG, the logs of the profile are read. Exit status: 0, or 65 where a log is \
            damaged or has no line that fits a format.
            """)

    @Argument(
        help: ArgumentHelp("Logs, gzip or plain; - is standard input.", valueName: "LOG"), completion: .file())
    var logs: [String] = []

    @Option(help: ArgumentHelp("The site's profile.", valueName: "site.yaml"), completion: .profile)
    var profile: String?

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
        name: .customLong("as"), help: ArgumentHelp("md or json.", valueName: "FORM"),
        completion: .form(of: CheckReport.Form.self), transform: form)
    var form = CheckReport.Form.markdown

    @Option(help: ArgumentHelp("Threads; else one for each core.", valueName: "N"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp("The time to take for now, such as 2026-03-03T04:00:00Z.", valueName: "TIME"),
        transform: ArgumentText.instant)
    var now: Int64?

    func validate() throws {
        if let jobs { try ArgumentText.checkJobs(jobs) }
    }

    func run() throws {
        var options = LogCheck.Options()
        options.logs = logs
        options.profile = profile
        options.format = format
        options.timezone = timezone
        options.form = form
        options.jobs = jobs
        options.now = now
        if case .failure(let failure) = LogCheck.run(options) { throw ExitCode(failure.status.rawValue) }
    }

    private static func form(_ text: String) throws -> CheckReport.Form {
        try ArgumentText.form(text, of: CheckReport.Form.self)
    }
}
