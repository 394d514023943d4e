import Foundation
import LogSynthesis
import ProgramTestSupport
import TestSupport

/// A made-up site in a folder of its own, and the program that counts it.
struct Site {
    let scratch: Scratch
    /// The logs, in order of their names.
    let names: [String]
    let truth: Truth

    /// The night after the last of the days, and no later: nothing is closed.
    let now: String

    /// Writes `site.yaml` and the logs, packed.
    ///
    /// - Parameter now: When each run thinks it is; days in 2026 and later are over by then, and open.
    init(_ options: SynthesisOptions, now: String) throws {
        let logs = try SiteSynthesis(options).synthesize()
        scratch = try Scratch()
        names = logs.files.map(\.name).sorted()
        truth = logs.truth
        self.now = now
        try scratch.write(Array(logs.profile.utf8), to: "site.yaml")
        for file in logs.files { try scratch.write(Gzip.member(file.bytes), to: file.name) }
    }

    private init(copy: Scratch, of site: Site) {
        scratch = copy
        names = site.names
        truth = site.truth
        now = site.now
    }

    /// The same folder once more, history and reports included.
    func copy() throws -> Site {
        let copy = try Scratch()
        for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path) {
            try FileManager.default.copyItem(atPath: scratch.place(name), toPath: copy.place(name))
        }
        return Site(copy: copy, of: self)
    }

    /// `accessrank process` of logs, with the history and the reports beside the profile.
    func process(_ logs: [String], _ more: [String] = []) -> Program {
        .accessrank(["process", "--profile", "site.yaml", "--now", now] + more + logs)
    }

    func run(_ logs: [String], _ more: [String] = []) throws -> Program.Ending {
        try process(logs, more).run(in: scratch)
    }

    /// Another command than `process`, on the same files.
    func program(_ command: String, _ arguments: [String]) -> Program {
        .accessrank([command, "--profile", "site.yaml", "--now", now] + arguments)
    }

    func run(command: String, _ arguments: [String] = []) throws -> Program.Ending {
        try program(command, arguments).run(in: scratch)
    }

    var reports: FileTree { scratch.tree("reports") }

    /// A day's folder among the reports.
    func report(_ day: String) -> FileTree { scratch.tree("reports/\(day)") }

    var days: [String] { truth.days.map(\.day) }

    /// Files that a run has no business to leave: all but what was there, the history, locks and the reports.
    var strayFiles: [String] {
        let known = Set(
            names + ["site.yaml", "accessrank.sqlite", "accessrank.sqlite.lock", "reports", ".reports.lock"])
        let here = (try? FileManager.default.contentsOfDirectory(atPath: scratch.path)) ?? []
        let pages = Set(days + ["index.md", "latest", ".lock"])
        let reports = (try? FileManager.default.contentsOfDirectory(atPath: scratch.place("reports"))) ?? []
        return here.filter { !known.contains($0) }.sorted() + reports.filter { !pages.contains($0) }.sorted()
    }

    /// What SQLite says of the history: `ok`.
    func quickCheck() throws -> String {
        guard Faults.hasSQLite else { return "ok" }
        let ending = try Program(
            executable: URL(fileURLWithPath: "/usr/bin/sqlite3"),
            arguments: ["-readonly", "accessrank.sqlite", "PRAGMA quick_check"]
        ).run(in: scratch)
        return (ending.output + ending.errors).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension FileTree {
    /// Without the block that tells the history of runs, which is no part of the law.
    var withoutRestatements: FileTree {
        FileTree(
            entries.mapValues { entry in
                guard case .file(let bytes) = entry else { return entry }
                let text = String(decoding: bytes, as: UTF8.self)
                guard let start = text.range(of: "<!-- restated -->"), let end = text.range(of: "<!-- /restated -->")
                else { return entry }
                let before = text[..<start.lowerBound]
                let after = text[end.upperBound...].drop { $0.isNewline }
                return .file(Array((before + after).utf8))
            })
    }
}
