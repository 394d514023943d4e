import Foundation
import ProgramTestSupport
import Testing

/// `ACCESSRANK_RECORD=1 swift test` writes what came out as what has to come out, and then fails once.
@Suite("Cases")
struct CaseTests {
    @Test("A case gives what was recorded of it", arguments: Case.all)
    func recordedCase(_ test: Case) throws {
        let run = try CaseRun(test)
        if ProcessInfo.processInfo.environment["ACCESSRANK_RECORD"] == "1" { return try record(run, of: test) }

        expect(run.stdout, "stdout", of: test)
        expect(run.stderr, "stderr", of: test)
        let exits = test.recorded("exit")
        #expect(run.exits == (exits.isEmpty ? allZero(run) : String(decoding: exits, as: UTF8.self)))
        let expected = test.file("expected").path
        if FileManager.default.fileExists(atPath: expected) {
            let difference = run.scratch.tree("reports").difference(from: FileTree(at: expected))
            #expect(difference == nil)
        }
    }

    @Test("There are cases, and each can be told by its first line")
    func casesAreFound() throws {
        #expect(Case.all.count >= 40)
        for test in Case.all {
            #expect(test.recorded("command").starts(with: Array("# ".utf8)), "\(test)")
        }
    }

    private func expect(_ bytes: [UInt8], _ name: String, of test: Case) {
        let recorded = test.recorded(name)
        if bytes != recorded { Issue.record("\(test): \(name) \(TextDifference.between(bytes, recorded))") }
    }

    private func allZero(_ run: CaseRun) -> String {
        String(repeating: "0\n", count: run.exits.split(separator: "\n").count)
    }

    private func record(_ run: CaseRun, of test: Case) throws {
        let exits = run.exits == allZero(run) ? [] : Array(run.exits.utf8)
        for (name, bytes) in [("stdout", run.stdout), ("stderr", run.stderr), ("exit", exits)] {
            try? FileManager.default.removeItem(at: test.file(name))
            if !bytes.isEmpty { try Data(bytes).write(to: test.file(name)) }
        }
        if FileManager.default.fileExists(atPath: test.file("expected").path) {
            try FileManager.default.removeItem(at: test.file("expected"))
            try FileManager.default.copyItem(atPath: run.scratch.place("reports"), toPath: test.file("expected").path)
        }
        Issue.record("recorded \(test); look at the difference and run again")
    }
}
