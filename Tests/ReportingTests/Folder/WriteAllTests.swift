import Glibc
import Testing

@testable import Reporting

@Suite("Writing all of a file")
struct WriteAllTests {
    private let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }

    @Test("A device that takes little at a time and is interrupted gets every byte once", arguments: [1, 7, 999, 1000])
    func shortWrites(most: Int) {
        var written: [UInt8] = []
        var calls = 0
        let code = Disk.writeAll(bytes) { rest in
            calls += 1
            if calls % 3 == 0 {
                errno = EINTR
                return -1
            }
            written += rest.prefix(most)
            return min(most, rest.count)
        }
        #expect(code == 0)
        #expect(written == bytes)
    }

    @Test("A device that is full after a while says so", arguments: [ENOSPC, EIO, EDQUOT])
    func full(error: CInt) {
        var room = 500
        let code = Disk.writeAll(bytes) { rest in
            let count = min(room, rest.count, 100)
            room -= count
            errno = error
            return count == 0 ? -1 : count
        }
        #expect(code == error)
    }

    @Test("A device that takes nothing and says nothing is an I/O error, not an endless loop")
    func nothing() {
        #expect(Disk.writeAll(bytes) { _ in 0 } == EIO)
        #expect(Disk.writeAll([]) { _ in 0 } == 0)
    }

    @Test("Files of a folder that cannot all be made are named, and none stays open")
    func together() throws {
        let scratch = try Scratch()
        try Disk.makeFolders(scratch.reports)
        let files = ["a", "b", "a"].map { ReportFile(name: $0, bytes: bytes) }
        let told = #expect(throws: ReportError.self) { try Disk.write(files, into: scratch.reports) }
        #expect(told?.path == "a")
        let open = try Disk.names(in: "/proc/self/fd").compactMap { Disk.target(ofLink: "/proc/self/fd/\($0)") }
        let name = try #require(scratch.path.split(separator: "/").last)
        #expect(!open.contains { $0.contains(name) })
    }
}
