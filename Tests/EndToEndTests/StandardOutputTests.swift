import Foundation
import ProgramTestSupport
import Testing

@Suite("Standard output")
struct StandardOutputTests {
    @Test(
        "An answer that cannot be written is an error, and told",
        arguments: [
            "days", "sources", "rank 2024-05-01", "rebuild", "forget access.log", "purge --before 2024-05-01",
            "resolve /a", "check access.log", "init access.log", "process access.log --no-history --summary -",
        ], ["/dev/full", "&-"])
    func cannotBeWritten(command: String, output: String) throws {
        let scratch = try Scratch()
        try scratch.write(CaseInput(["two-days.txt"], in: scratch).bytes, to: "access.log")
        let first = try Program.accessrank(["process", "access.log", "--now", "2024-05-03T00:00:00Z"]).run(in: scratch)
        #expect(first.status == 0)
        var shell = Program(
            executable: URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", "exec accessrank \(command) >\(output)"])
        shell.environment["PATH"] = Binary.folder
        let ending = try shell.run(in: scratch)
        #expect(ending.status == 74)
        #expect(ending.errors.hasPrefix("accessrank: standard output: cannot write: "))
    }
}
