import TestSupport
import Testing

@testable import LogReading

@Suite("What is kept of a content")
struct ContentRecordTests {
    static let key = SipKey(low: 7, high: 11)
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func record(_ file: [UInt8], limit: Int64 = .max, key: SipKey = Self.key) throws -> ContentRecord {
        try ReadContent(
            path: try folder.file("log", file), limit: limit, known: KnownContents([:], key: key)
        ).record
    }

    /// Each chained digest, and the one of what no LF ends, from whole messages.
    private func digests(of bytes: [UInt8]) -> (lines: [UInt64], rest: UInt64) {
        var digests: [UInt64] = []
        func next(_ line: ArraySlice<UInt8>) -> UInt64 {
            let last = digests.last ?? 0
            let message = (0..<8).map { UInt8(truncatingIfNeeded: last >> (8 * $0)) } + line
            return message.withByteView { SipHash.hash($0, key: Self.key) }
        }
        var begin = 0
        for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            digests.append(next(bytes[begin...place]))
            begin = place + 1
        }
        return (digests, next(bytes[begin...]))
    }

    @Test(
        "Digests are of each line and all before it, in the first block and behind the last",
        arguments: [0, 1, 300, 65_535, 65_536, 65_537, 131_072, 200_000])
    func chains(length: Int) throws {
        let content = Content.bytes(length, seed: 3)
        let record = try record(content)
        let tail = Array(content[(length / 65_536 * 65_536)...])
        #expect(record.length == Int64(length))
        #expect(record.blockChecksums == Content.blockChecksums(of: content))
        #expect(record.firstLines == digests(of: Array(content.prefix(65_536))).lines)
        #expect(record.tail.lines == digests(of: tail).lines)
        #expect(record.tail.restDigest == digests(of: tail).rest)
        #expect(record.tail.restBytes == tail.count - (tail.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0))
    }

    @Test("It is the same however a log is packed, named or cut off", arguments: 0..<8 as Range<UInt64>)
    func packings(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let content = Content.bytes(Int.random(in: 0...200_000, using: &generator), seed: seed)
        let expected = try record(content)
        #expect(try record(Gzip.member(content, level: 1)) == expected)
        #expect(try record(Gzip.members(content, upTo: 5, using: &generator)) == expected)
        let longer = content + Content.bytes(70_000, seed: seed + 50)
        #expect(try record(longer, limit: Int64(content.count)) == expected)
        #expect(try record(Gzip.member(longer), limit: Int64(content.count)) == expected)
    }

    @Test("Reading on behind the end changes nothing")
    func behindTheEnd() throws {
        let path = try folder.file("log", Gzip.member(Content.bytes(70_000, seed: 2)))
        let stream = LogStream(try LogInput(opening: path))
        _ = try ReadContent(stream)
        let (identity, record) = (stream.identity, stream.record)
        #expect(try stream.block(0).isEmpty)
        #expect(stream.identity == identity)
        #expect(stream.record == record)
    }

    @Test("It holds no six bytes of the content")
    func noBytes() throws {
        let lines = (0..<3000).map { "198.51.100.\($0 % 256) - - [02/Mar/2026] \"GET /a/\($0)\" 200 \"agent \($0)\"" }
        for content in [lines.joined(separator: "\n"), "198.51.100.7", "198.51.100.7\n198.51.100.8 x", "\n\nabcdef\n"] {
            let bytes = Array(content.utf8)
            #expect(windows(of: stored(try record(bytes))).isDisjoint(with: windows(of: bytes)))
        }
        // The test would find them.
        #expect(stored((a: "abcdef", b: [UInt8(0)])) == Array("abcdef".utf8) + [0])
        #expect(!windows(of: Array("0123456".utf8)).isDisjoint(with: windows(of: Array("x123456x".utf8))))
    }

    @Test("Under another key all digests are others")
    func keyed() throws {
        let content = Content.bytes(100_000, seed: 9)
        let records = [try record(content), try record(content, key: SipKey(low: 7, high: 12))]
        let digests = records.map { Set($0.firstLines + $0.tail.lines + [$0.tail.restDigest]) }
        #expect(digests[0].count > 1000)
        #expect(digests[0].isDisjoint(with: digests[1]))
    }

    /// All that a value holds, as bytes, one stored property after the other.
    private func stored(_ value: Any) -> [UInt8] {
        if let text = value as? String { return Array(text.utf8) }
        if let integer = value as? any FixedWidthInteger { return littleEndian(integer) }
        return Mirror(reflecting: value).children.flatMap { stored($0.value) }
    }

    private func littleEndian(_ integer: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: integer.littleEndian) { Array($0) }
    }

    private func windows(of bytes: [UInt8]) -> Set<[UInt8]> {
        Set(bytes.indices.dropLast(5).map { Array(bytes[$0..<($0 + 6)]) })
    }
}
