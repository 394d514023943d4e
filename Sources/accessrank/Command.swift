import ArgumentParser

/// The command: options, one call, an exit code.
@main
struct Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accessrank",
        abstract: "Which articles of a news site were read most, from its gzipped access logs: exact, per day.",
        version: "0.1.0",
        subcommands: [
            Process.self, Days.self, Rank.self, Sources.self, Forget.self, Rebuild.self, Purge.self, Resolve.self,
        ])
}
