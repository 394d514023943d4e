import Foundation
import Glibc
import TestSupport
import Testing

@testable import LogReading

@Suite("A log that changes while it is read")
struct ChangedLogTests {
    let folder: ScratchFolder
    let path: String

    init() throws {
        folder = try ScratchFolder()
        path = try folder.file("access.log", Content.bytes(1000, seed: 1))
        try setModified(nanoseconds: 500)
    }

    /// To 2 March 2026, and so many nanoseconds.
    private func setModified(nanoseconds: Int) throws {
        let times = [timespec(tv_sec: 1_772_409_600, tv_nsec: nanoseconds)]
        try #require(utimensat(AT_FDCWD, path, times + times, 0) == 0)
    }

    private func write(_ bytes: [UInt8], flags: CInt) throws {
        let file = open(path, O_WRONLY | flags)
        defer { close(file) }
        try #require(bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } == bytes.count)
    }

    enum Change: CaseIterable {
        case append, truncate, overwrite, touch, appendWithOldTime, copyAndTruncate
    }

    @Test("It is told by its size and the time of its last write", arguments: Change.allCases)
    func changed(change: Change) throws {
        let stream = LogStream(try LogInput(opening: path))
        try stream.checkUnchanged()
        _ = try stream.block(0)
        try stream.checkUnchanged()
        switch change {
        case .append: try write([10], flags: O_APPEND)
        case .truncate: try #require(truncate(path, 999) == 0)
        case .overwrite: try write(Content.bytes(1000, seed: 2), flags: 0)
        case .touch: try setModified(nanoseconds: 501)
        case .appendWithOldTime:
            try write([10], flags: O_APPEND)
            try setModified(nanoseconds: 500)
        case .copyAndTruncate:
            _ = try folder.file("access.log.1", Content.bytes(1000, seed: 1))
            try #require(truncate(path, 0) == 0)
        }
        #expect(throws: LogReadError.changed(name: path)) { try stream.checkUnchanged() }
    }

    @Test("Another name, other rights, a new file of its name, no file: its content is the same")
    func unchanged() throws {
        let stream = LogStream(try LogInput(opening: path))
        try #require(rename(path, path + ".1") == 0)
        try #require(chmod(path + ".1", 0o600) == 0)
        _ = try folder.file("access.log", [7])
        try stream.checkUnchanged()
        try #require(unlink(path + ".1") == 0)
        try stream.checkUnchanged()
    }

    @Test("The time counts from its opening, also where it is read a second time")
    func secondReading() throws {
        let input = try LogInput(opening: path)
        _ = try ReadContent(LogStream(input))
        try write([10], flags: O_APPEND)
        try input.rewind()
        let again = LogStream(input)
        _ = try ReadContent(again)
        #expect(throws: LogReadError.changed(name: path)) { try again.checkUnchanged() }
        try LogStream(LogInput(opening: path)).checkUnchanged()
    }

    @Test("A pipe, and what was kept of one, never changes")
    func pipes() throws {
        let pipe = try #require(FilledPipe(Array("line\n".utf8)))
        let stream = LogStream(try LogInput(opening: pipe.path))
        _ = try ReadContent(stream)
        try stream.checkUnchanged()
        let second = try #require(FilledPipe(Array("line\n".utf8)))
        let kept = LogStream(try LogInput(opening: second.path).spooled())
        _ = try ReadContent(kept)
        try kept.checkUnchanged()
    }
}
