import TestSupport
import Testing

@testable import LogReading

@Suite("A log's content")
struct LogStreamTests {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func read(_ file: [UInt8]) throws -> ReadContent {
        try ReadContent(path: try folder.file("log", file))
    }

    @Test("A plain file is its own content")
    func plain() throws {
        for size in [1, 15, 16, 17, 65_535, 65_536, 65_537, 300_000] {
            let content = Content.bytes(size, seed: UInt64(size))
            let log = try read(content)
            #expect(difference(log.bytes, content) == nil)
            #expect(log.identity.blockChecksums == Content.blockChecksums(of: content))
        }
    }

    @Test("A gzip file of two members reads as one log")
    func twoMembers() throws {
        let log = try read(Gzip.member(Array("one li".utf8)) + Gzip.member(Array("ne\n".utf8), header: .full))
        #expect(difference(log.bytes, Array("one line\n".utf8)) == nil)
        #expect(log.garbageOffset == nil)
    }

    @Test("An empty file, an empty member and several of them are logs without content")
    func empty() throws {
        let member = Gzip.member([])
        for file in [[], member, member + member + member, member + [0, 0, 0], Gzip.member([], level: 0)] {
            let log = try read(file)
            #expect(log.bytes.isEmpty)
            #expect(log.identity.length == 0)
            #expect(log.garbageOffset == nil)
        }
    }

    @Test("Zeros between members and behind the last one are padding", arguments: [1, 2, 511, 262_144, 600_000])
    func padding(zeros: Int) throws {
        let content = Content.bytes(1000, seed: 1)
        let padding = [UInt8](repeating: 0, count: zeros)
        let log = try read(Gzip.member(content) + padding + Gzip.member(content) + padding)
        #expect(difference(log.bytes, content + content) == nil)
        #expect(log.garbageOffset == nil)
    }

    @Test(
        "What is neither padding nor a member is not read, and its place is told",
        arguments: [
            [0x1F], [0x1F, 0x8C], [0x8B, 0x1F], [1], Array("garbage".utf8), [0x1F, 0, 0x8B], [0x1F, 0x1F, 0x8B],
            Array(repeating: 0x20, count: 400_000),
        ] as [[UInt8]])
    func garbage(bytes: [UInt8]) throws {
        let member = Gzip.member(Content.bytes(1000, seed: 1))
        for padding in [0, 1, 5] {
            let start = member + [UInt8](repeating: 0, count: padding)
            let log = try read(start + bytes)
            #expect(difference(log.bytes, Content.bytes(1000, seed: 1)) == nil)
            #expect(log.garbageOffset == Int64(start.count))
        }
    }

    @Test("A member behind garbage is not read")
    func memberBehindGarbage() throws {
        let member = Gzip.member(Array("line\n".utf8))
        let log = try read(member + [7] + member)
        #expect(difference(log.bytes, Array("line\n".utf8)) == nil)
        #expect(log.garbageOffset == Int64(member.count))
    }

    @Test("A member's header may lie across two reads of the file, wherever it is cut")
    func headersAcrossReads() throws {
        let header = Gzip.Header.full
        // The file is read 16 bytes at first, then 262,144 at a time.
        let boundary = 16 + 262_144
        for cut in 0...(header.bytes.count + 1) {
            let length = boundary - cut
            let bare = Gzip.member(Content.bytes(1000, seed: 1), header: Gzip.Header(comment: []))
            let comment = [UInt8](repeating: 7, count: length - bare.count)
            let first = Gzip.member(Content.bytes(1000, seed: 1), header: Gzip.Header(comment: comment))
            let log = try read(first + Gzip.member(Array("behind\n".utf8), header: header))
            let expected = Content.bytes(1000, seed: 1) + Array("behind\n".utf8)
            #expect(difference(log.bytes, expected) == nil, "cut at \(cut)")
        }
    }

    @Test("Checksums at each 64 KiB are zlib's, whatever the members", arguments: 0..<24 as Range<UInt64>)
    func runningChecksums(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let content = Content.bytes(Int.random(in: 0...400_000, using: &generator), seed: seed)
        // Half of the members end where a block of content ends.
        var bounds = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
            let place = Int.random(in: 0...content.count, using: &generator)
            return Bool.random(using: &generator) ? place / 65_536 * 65_536 : place
        }
        bounds = [0] + bounds.sorted() + [content.count]
        let file = zip(bounds, bounds.dropFirst()).flatMap { start, end in
            Gzip.member(Array(content[start..<end]), level: [0, 1, 6].randomElement(using: &generator) ?? 6)
        }
        let log = try read(file)
        #expect(difference(log.bytes, content) == nil, "members end at \(bounds)")
        #expect(log.identity.length == Int64(content.count))
        #expect(log.identity.blockChecksums == Content.blockChecksums(of: content), "members end at \(bounds)")
        #expect(log.identity.head == Array(content.prefix(256)))
        #expect(difference(log.identity.tail, Array(content.dropFirst(content.count / 65_536 * 65_536))) == nil)
        #expect(try read(content).identity == log.identity, "plain and gzip are one content")
    }

    @Test("A limit ends the log there")
    func limit() throws {
        let content = Content.bytes(200_000, seed: 4)
        let path = try folder.file("log", Gzip.member(Array(content[..<1000])) + Gzip.member(Array(content[1000...])))
        for limit in [0, 1, 999, 1000, 65_535, 65_536, 65_537, 131_072, 200_000, 300_000] {
            let log = try ReadContent(LogStream(LogInput(opening: path), limit: Int64(limit)))
            #expect(difference(log.bytes, Array(content.prefix(limit))) == nil)
        }
    }

    @Test("A block is found by its number")
    func block() throws {
        let content = Content.bytes(140_000, seed: 5)
        let path = try folder.file("log", Gzip.member(content))
        for number in 0..<3 {
            let block = try LogStream(LogInput(opening: path)).block(number)
            #expect(difference(block, Array(content.dropFirst(number * 65_536).prefix(65_536))) == nil)
        }
    }
}
