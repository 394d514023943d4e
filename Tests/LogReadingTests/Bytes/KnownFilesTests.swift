import Foundation
import Glibc
import TestSupport
import Testing

@testable import LogReading

@Suite("Files that are known again")
struct KnownFilesTests {
    static let key = SipKey(low: 5, high: 6)
    /// When the file was last written, 2 March 2026.
    static let written = 1_772_409_600
    let folder: ScratchFolder
    let path: String
    let content = Content.bytes(400_000, seed: 1)

    init() throws {
        folder = try ScratchFolder()
        path = try folder.file("access.log", content)
        try setWritten()
    }

    private func setWritten(_ name: String? = nil, nanoseconds: Int = 500) throws {
        let times = [timespec(tv_sec: Self.written, tv_nsec: nanoseconds)]
        try #require(utimensat(AT_FDCWD, name ?? path, times + times, 0) == 0)
    }

    /// Writes over the file, which stays the same one.
    private func overwrite(_ bytes: [UInt8], at place: Int = 0) throws {
        let file = open(path, O_WRONLY)
        defer { close(file) }
        try #require(bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, place) } == bytes.count)
    }

    private func mark(_ name: String? = nil, openedAt opening: Int = written + 3) throws -> FileMark? {
        try KnownFiles([:], key: Self.key).mark(of: LogInput(opening: name ?? path), openedAt: Int64(opening))
    }

    /// What is found after the change, where the file was noted before it.
    private func source(_ name: String? = nil, after change: () throws -> Void) throws -> Int64? {
        let known = KnownFiles([try #require(try mark()): 42], key: Self.key)
        try change()
        return try known.source(of: LogInput(opening: name ?? path))
    }

    @Test("A file that is as it was is known, also under another name, with other rights and read before")
    func unchanged() throws {
        #expect(try source {} == 42)
        #expect(try source(path + ".1") { try #require(rename(path, path + ".1") == 0) } == 42)
        try #require(rename(path + ".1", path) == 0)
        #expect(try source { try #require(chmod(path, 0o600) == 0) } == 42)
        let known = KnownFiles([try #require(try mark()): 42], key: Self.key)
        let input = try LogInput(opening: path)
        _ = try ReadContent(LogStream(input))
        #expect(known.source(of: input) == 42)
        try input.rewind()
        #expect(difference(try ReadContent(LogStream(input)).bytes, content) == nil)
    }

    enum Change: CaseIterable {
        case append, truncate, replaceBySameSize, touch, newFileOfThatName, flipAtTheStart, flipAtTheEnd, flipInAPart
    }

    @Test(
        "A file that is not as it was is none, with the time of its last write put back too", arguments: Change.allCases
    )
    func changed(change: Change) throws {
        let parts = FileDigest.parts(ofSize: Int64(content.count), FileDigest.Keys(from: Self.key))
        func flip(_ place: Int) throws { try overwrite([content[place] ^ 1], at: place) }
        let source = try source {
            switch change {
            case .append: try overwrite([10], at: content.count)
            case .truncate: try #require(truncate(path, content.count - 1) == 0)
            case .replaceBySameSize: try overwrite(Content.bytes(content.count, seed: 2))
            case .touch: return try setWritten(nanoseconds: 501)
            case .newFileOfThatName:
                try #require(rename(path, path + ".1") == 0)
                _ = try folder.file("access.log", content)
            case .flipAtTheStart: try flip(0)
            case .flipAtTheEnd: try flip(content.count - 1)
            case .flipInAPart: try flip(Int(parts[7].lowerBound))
            }
            try setWritten()
        }
        #expect(source == nil)
    }

    @Test("What it cannot see: a byte outside of all parts, with the time put back")
    func unseen() throws {
        let parts = FileDigest.parts(ofSize: Int64(content.count), FileDigest.Keys(from: Self.key))
        let place = Int(parts[7].lowerBound) - 1
        func flip() throws { try overwrite([content[place] ^ 1], at: place) }
        try #require(!parts.contains { $0.contains(Int64(place)) })
        #expect(
            try source {
                try flip()
                try setWritten()
            } == 42)
        #expect(try source { try overwrite([content[place]], at: place) } == nil)
    }

    @Test("A log that was written to up to two seconds before it was opened, or will have been, is not noted")
    func unsettled() throws {
        for age in [-1_000_000, -1, 0, 1, 2] { #expect(try mark(openedAt: Self.written + age) == nil) }
        for age in [3, 1_000_000] { #expect(try mark(openedAt: Self.written + age) != nil) }
        #expect(KnownFiles([:], key: Self.key).mark(of: try LogInput(opening: path), openedAt: .min) == nil)
    }

    @Test("One that has changed since it was opened is neither noted nor known")
    func changedWhileOpen() throws {
        let known = KnownFiles([try #require(try mark()): 42], key: Self.key)
        let input = try LogInput(opening: path)
        try setWritten(nanoseconds: 501)
        #expect(known.mark(of: input, openedAt: .max) == nil)
        #expect(known.source(of: input) == nil)
    }

    @Test("A pipe, and what was kept of one, are never noted")
    func pipes() throws {
        let pipe = try #require(FilledPipe(Array("line\n".utf8)))
        let input = try LogInput(opening: pipe.path)
        let known = KnownFiles([:], key: Self.key)
        #expect(known.mark(of: input, openedAt: .max) == nil)
        #expect(known.mark(of: try input.spooled(), openedAt: .max) == nil)
    }

    @Test("Under another key nothing is known")
    func otherKey() throws {
        let known = KnownFiles([try #require(try mark()): 42], key: SipKey(low: 5, high: 7))
        #expect(try known.source(of: LogInput(opening: path)) == nil)
    }
}
