import ArgumentParser
import NightlyRun

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a first profile, guessed from what some logs show.",
        discussion: """
            Looks at the first 200,000 lines of each log: their format, the offset of their times, and the shapes of the \
            paths that people asked for most. Each guess has its reason beside it, as a comment; look at them before you \
            trust them. A file that is there is never replaced without --force.
            """)

    @Argument(
        help: ArgumentHelp("Logs, gzip or plain; - is standard input.", valueName: "LOG"), completion: .file())
    var logs: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write, in place of standard output.", valueName: "site.yaml"),
        completion: .profile)
    var output: String?

    @Flag(help: "Replace the file if it is there.")
    var force = false

    func validate() throws {
        try ArgumentText.checkName(output, of: "output")
        if force, output == nil {
            throw ValidationError(
                "--force replaces the file of --output, and none is named; name it, or leave --force out")
        }
    }

    func run() throws {
        var options = ProfileInit.Options()
        options.logs = logs
        options.output = output
        options.force = force
        if case .failure(let failure) = ProfileInit.run(options) { throw ExitCode(failure.status.rawValue) }
    }
}
