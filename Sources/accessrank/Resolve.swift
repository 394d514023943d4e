import ArgumentParser
import NightlyRun

struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show each step from a request target to its article, or why it is none.")

    @Argument(help: "A target as it stands in a log, or a URL.")
    var target: String

    @Option(help: ArgumentHelp("The site's profile.", valueName: "site.yaml"), completion: .profile)
    var profile: String?

    func run() throws {
        try Answer.print(ResolveReport.text(target: target, profile: profile))
    }
}
