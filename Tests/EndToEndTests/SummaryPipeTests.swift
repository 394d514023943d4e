import Foundation
import Glibc
import ProgramTestSupport
import Testing

@Suite("Summary")
struct SummaryPipeTests {
    @Test("A summary goes into a pipe that has a name, and the pipe stays one")
    func namedPipe() throws {
        let scratch = try Scratch()
        try scratch.write([], to: "empty.log")
        let pipe = scratch.place("pipe")
        try #require(mkfifo(pipe, 0o600) == 0)
        // Open at both ends, so that the program does not wait for a reader; the pipe has room for a summary. Without
        // blocking, so that a pipe in which nothing arrives fails the test and does not stop it.
        let both = open(pipe, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        try #require(both >= 0)
        defer { close(both) }

        let ending = try Program.accessrank(["process", "empty.log", "--summary", "pipe"]).run(in: scratch)

        #expect(ending == Program.Ending(stdout: [], stderr: [], status: 0))
        var status = stat()
        try #require(lstat(pipe, &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFIFO)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(both, &buffer, buffer.count)
        let summary = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        #expect(summary.hasPrefix("{\n") && summary.hasSuffix("}\n") && summary.contains("\"schema\" : 1"))
    }
}
