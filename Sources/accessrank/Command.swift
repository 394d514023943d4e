import ArgumentParser
import CGlibc
import Glibc

/// The command: options, one call, an exit code.
@main
struct Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accessrank",
        abstract: "Which articles of a news site were read most, from its gzipped access logs: exact, per day.",
        discussion: ManualText.program,
        version: "0.1.0",
        subcommands: [
            Init.self, Process.self, Days.self, Rank.self, Windows.self, Trending.self, Compare.self, Movers.self,
            Article.self,
            Why.self,
            Sources.self, Forget.self, Rebuild.self,
            Purge.self,
            Resolve.self, Check.self,
        ])

    static func main() {
        // A limit on file sizes (ulimit -f) is an error of the write that meets it, not the end of the program.
        signal(SIGXFSZ, SIG_IGN)
        main(arguments)
    }

    /// What stands behind the program's name. Without `/proc` Swift knows none, and a run that is told nothing does nothing.
    private static var arguments: [String] {
        (1..<max(1, cglibc_argument_count())).compactMap { cglibc_argument($0).map { String(cString: $0) } }
    }
}
