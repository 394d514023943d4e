import Foundation
import ProgramTestSupport
import Testing

/// What the package for options says is its own business; these are the words that are ours, and the exit status.
@Suite("Usage")
struct UsageTests {
    @Test(
        "What cannot be meant is wrong usage",
        arguments: [
            ("process a.log --top 0", "a ranking has at least 1 row"),
            ("process a.log --jobs 0", "no such number of threads; name 1 to 1024"),
            ("process a.log --jobs many", "--jobs"),
            ("process a.log --from 2024-05-02 --to 2024-05-01", "--from 2024-05-02 is later than --to 2024-05-01"),
            ("process a.log --from 2024-02-30", "write it as 2026-03-02"),
            ("process a.log --now yesterday", "write it as 2026-03-03T04:00:00Z"),
            ("process a.log --now 2026-02-30T04:00:00Z", "is no time"),
            ("process a.log --now 2026-03-03T25:00:00Z", "is no time"),
            ("process a.log --now 2026-03-03T04:00:00Zulu", "is no time"),
            ("process a.log --now 2026-03-03T04:00:00", "is no time"),
            ("process a.log --history a.sqlite --no-history", "contradict each other"),
            ("process a.log --no-such-option", "--no-such-option"),
            ("rank a.log", "is no day"),
            ("rank 2026-03-02..2026-03-01", "is later than"),
            ("rank 2026-03-02 --as xml", "known forms: md, csv, json"),
            ("rank 2026-03-02 --top 0", "a ranking has at least 1 row"),
            ("purge", "--before"),
            ("forget", "<source>"),
            ("resolve", "<target>"),
        ])
    func wrongUsage(arguments: String, words: String) throws {
        let scratch = try Scratch()
        let ending = try Program.accessrank(arguments.split(separator: " ").map(String.init)).run(in: scratch)
        #expect(ending.status == 64)
        #expect(ending.errors.contains(words))
        #expect(ending.stdout.isEmpty)
        #expect(scratch.tree(".").entries.isEmpty)
    }

    @Test("The help of process names every option")
    func helpOfProcess() throws {
        let ending = try Program.accessrank(["process", "--help"]).run(in: Scratch())
        #expect(ending.status == 0)
        for option in [
            "LOG", "--profile <site.yaml>", "--format <NAME>", "--timezone <ZONE>", "--reports <DIR>", "--top <N>",
            "--from <DAY>", "--to <DAY>", "--jobs <N>", "--now <TIME>", "--summary <FILE>", "--allow-damaged",
            "--history <FILE>", "--no-history", "--replace", "--quiet",
        ] {
            #expect(ending.output.contains(option))
        }
    }

    @Test("Without a word, and with --help, the program says what it can do")
    func help() throws {
        for arguments in [[], ["--help"]] {
            let ending = try Program.accessrank(arguments).run(in: Scratch())
            #expect(ending.status == 0)
            for command in ["process", "resolve", "days", "rank", "sources", "forget", "rebuild", "purge"] {
                #expect(ending.output.contains(command))
            }
        }
    }

    @Test("The README and the help have the same exit statuses")
    func exitStatuses() throws {
        let help = try Program.accessrank(["process", "--help"]).run(in: Scratch()).output
        let told = help.matches(of: /(?m)^  +([0-9]+)  [a-z]/).compactMap { Int($0.1) }
        let readme = try String(contentsOf: ErrorPage.project.appendingPathComponent("README.md"), encoding: .utf8)
        let rows = readme.matches(of: #/(?m)^\| ([0-9]+(?:, [0-9]+)*) \| /#).flatMap { $0.1.split(separator: ", ") }
        #expect(told == rows.compactMap { Int($0) })
        #expect(told.count == 10)
    }

    @Test("The version is one line of numbers")
    func version() throws {
        let ending = try Program.accessrank(["--version"]).run(in: Scratch())
        #expect(ending.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        #expect(ending.status == 0)
    }
}
