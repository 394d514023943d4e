import TestSupport
import Testing

@testable import LogReading

/// COUNTING, section 7, of the contents of earlier runs.
@Suite("Whether a content is known")
struct KnownContentsTests {
    static let key = SipKey.random()
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func read(_ file: [UInt8], limit: Int64 = .max, known: [Int64: ContentRecord] = [:]) throws -> ReadContent {
        try ReadContent(
            path: try folder.file("log", file), limit: limit, known: KnownContents(known, key: Self.key))
    }

    /// What a later content is to a known one.
    enum Answer: Equatable {
        case other
        /// All of it, or where it begins.
        case same, known
        /// It begins with all of the known one.
        case grown
    }

    struct Case: CustomStringConvertible {
        let description: String
        let known: [UInt8]
        let later: [UInt8]
        let answer: Answer
        /// With what is known and what comes later exchanged.
        let reverse: Answer

        init(_ description: String, known: [UInt8], later: [UInt8], _ answer: Answer, reverse: Answer) {
            (self.description, self.known, self.later, self.answer, self.reverse) =
                (description, known, later, answer, reverse)
        }
    }

    static let base = Content.bytes(300_000, seed: 21)

    /// Up to and including the first LF at or behind `place`.
    private static func lines(_ place: Int) -> [UInt8] {
        Array(base[...(base[place...].firstIndex(of: UInt8(ascii: "\n")) ?? place)])
    }

    private static func flipped(_ bytes: [UInt8], at place: Int) -> [UInt8] {
        var bytes = bytes
        bytes[place] ^= 1
        return bytes
    }

    private static func first(_ count: Int) -> [UInt8] { Array(base[..<count]) }

    private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    static let cases: [Case] = [
        Case("equal, many blocks", known: base, later: base, .same, reverse: .same),
        Case("equal, below one block", known: lines(900), later: lines(900), .same, reverse: .same),
        Case("equal, one block", known: first(65_536), later: first(65_536), .same, reverse: .same),
        Case("equal, one line without LF", known: text("a"), later: text("a"), .same, reverse: .same),
        Case("equal, an LF", known: text("\n"), later: text("\n"), .same, reverse: .same),
        Case("another line of the same length", known: text("a\n"), later: text("b\n"), .other, reverse: .other),
        Case("equal but for the unfinished line", known: text("a\nb"), later: text("a\nc"), .other, reverse: .other),
        Case("an LF more", known: text("a\nb"), later: text("a\nb\n"), .grown, reverse: .known),
        Case("CRLF for LF", known: text("a\nb\n"), later: text("a\r\nb\r\n"), .other, reverse: .other),
        Case("grown, CRLF", known: text("a\r\n"), later: text("a\r\nb\r\n"), .grown, reverse: .known),
        Case("cut between CR and LF", known: text("a\r\nb\r"), later: text("a\r\nb\r\n"), .grown, reverse: .known),
        // Below one block the complete lines decide, and here there is none.
        Case("grown within its only line", known: text("ab"), later: text("abc\n"), .grown, reverse: .other),
        // What of an unfinished line is kept cannot be compared with a part of it.
        Case("another unfinished line, shorter", known: text("a\nxx"), later: text("a\ny"), .known, reverse: .other),
        Case("nothing, and something", known: [], later: text("a\n"), .other, reverse: .other),
        Case("nothing at all", known: [], later: [], .other, reverse: .other),
        Case("grown below one block", known: lines(900), later: lines(5000), .grown, reverse: .known),
        Case("grown from below one block", known: lines(900), later: base, .grown, reverse: .known),
        Case("cut within a line, below one block", known: first(1234), later: first(5000), .grown, reverse: .known),
        Case("one byte less than a block", known: first(65_535), later: base, .grown, reverse: .known),
        Case("one block", known: first(65_536), later: base, .grown, reverse: .known),
        Case("one byte more than a block", known: first(65_537), later: base, .grown, reverse: .known),
        Case("a block and a byte more", known: first(65_536), later: first(65_537), .grown, reverse: .known),
        Case("a block and a byte less", known: first(65_535), later: first(65_536), .grown, reverse: .known),
        Case("grown by whole blocks", known: first(131_072), later: first(262_144), .grown, reverse: .known),
        Case("grown within a block", known: lines(140_000), later: lines(180_000), .grown, reverse: .known),
        Case("cut within a line and a block", known: first(140_003), later: base, .grown, reverse: .known),
        Case(
            "the first byte differs", known: flipped(lines(900), at: 0), later: base, .other, reverse: .other),
        Case(
            "the last complete line differs", known: flipped(lines(900), at: lines(900).count - 2), later: base,
            .other, reverse: .other),
        Case(
            "the last byte of a block differs", known: flipped(first(65_536), at: 65_535), later: base, .other,
            reverse: .other),
        Case(
            "equal first 64 KiB, then lines of their own", known: first(65_536) + text("here\n"),
            later: first(65_536) + text("there\n"), .other, reverse: .other),
        Case(
            "equal first 64 KiB, then a short one and lines of equal length", known: first(65_536) + text("a\nb\n"),
            later: first(65_536) + text("a\nc\n"), .other, reverse: .other),
        Case(
            "equal first 64 KiB, then blocks of their own", known: first(65_536) + Content.bytes(80_000, seed: 5),
            later: first(65_536) + Content.bytes(90_000, seed: 6), .other, reverse: .other),
        // The shorter one has one whole block, and of the longer one's lines there nothing is kept.
        Case(
            "equal first 64 KiB, then a short and a long one", known: first(65_536) + text("here\n"),
            later: first(65_536) + Content.bytes(90_000, seed: 6), .other, reverse: .known),
        Case(
            "an inserted line", known: lines(5000), later: text("new\n") + lines(9000), .other, reverse: .other),
        Case(
            "the later part of it", known: base, later: Array(base[70_000...]), .other, reverse: .other),
    ]

    private func answer(of later: ReadContent, knowing known: ContentRecord) -> Answer {
        switch KnownContents([7: known], key: Self.key).whole(of: later.record) {
        case (7, let isSame)?:
            // Equal ones are found while they are read, too.
            #expect(later.knownBeginnings == (isSame ? [7] : []))
            return isSame ? .same : .known
        case _?: return .other
        case nil: return later.knownBeginnings == [7] ? .grown : .other
        }
    }

    @Test("A later content is known, grown or another one", arguments: cases)
    func table(each: Case) throws {
        for (known, later, expected) in [
            (each.known, each.later, each.answer), (each.later, each.known, each.reverse),
        ] {
            let packings = [later, Gzip.member(later), Gzip.member(later, header: .full, level: 0)]
            let record = try read(known).record
            for packed in packings {
                #expect(answer(of: try read(packed, known: [7: record]), knowing: record) == expected)
            }
            #expect(
                answer(of: try read(later, known: [7: try read(Gzip.member(known)).record]), knowing: record)
                    == expected)
        }
    }

    @Test("Of several that hold a content an equal one is named, then the one of the lowest number")
    func several() throws {
        let records = try [2: 300_000, 5: 5000, 3: 5000, 9: 100_000].mapValues { try read(Self.first($0)).record }
            .reduce(into: [Int64: ContentRecord]()) { $0[Int64($1.key)] = $1.value }
        let known = KnownContents(records, key: Self.key)
        let equal = try #require(known.whole(of: try read(Self.first(5000)).record))
        #expect(equal == (3, true))
        let shorter = try #require(known.whole(of: try read(Self.first(4000)).record))
        #expect(shorter == (2, false))
        #expect(try read(Self.first(100_000), known: records).knownBeginnings == [3, 5, 9])
        #expect(try read(Self.base, known: records).knownBeginnings == [2, 3, 5, 9])
    }

    @Test("Of a damaged log, and of one read up to a limit, it is told as far as it was read")
    func damaged() throws {
        let records = try [Int64(1): 30_000, 2: 70_000, 3: 150_000].mapValues { try read(Self.first($0)).record }
        let file = Gzip.member(Self.first(100_000)) + Gzip.member(Array(Self.base[100_000...])).dropLast(30)
        #expect(try read(file, limit: 100_000, known: records).knownBeginnings == [1, 2])
        let path = try folder.file("log", file)
        let stream = LogStream(try LogInput(opening: path), known: KnownContents(records, key: Self.key))
        #expect(throws: LogReadError.self) { try ReadContent(stream) }
        #expect(stream.knownBeginnings == [1, 2, 3])
    }

    @Test("A record that differs in one thing is another content")
    func almost() throws {
        let content = Self.first(140_003)
        let good = try read(content).record
        var others = [ContentRecord](repeating: good, count: 5)
        others[0].length += 1
        others[1].blockChecksums[0] ^= 1
        others[2].tail.lines.removeLast()
        others[3].tail.restBytes -= 1
        others[4].tail.restDigest ^= 1
        let records = Dictionary(uniqueKeysWithValues: zip(Int64(1)..., others + [good]))
        #expect(try read(content, known: records).knownBeginnings == [6])
    }

    @Test("Records that make no sense are no content, and nothing traps")
    func senseless() throws {
        let content = Self.first(70_000)
        let good = try read(content).record
        var records: [Int64: ContentRecord] = [:]
        for length in [Int64.min, -1, 0, 1, 70_001, .max] {
            for restBytes in [Int.min, -1, good.tail.restBytes + 1, .max] {
                for checksums in [[], good.blockChecksums, good.blockChecksums + [0]] {
                    for lines in [[], good.tail.lines, good.tail.lines + [1], [UInt64](repeating: 0, count: 70_000)] {
                        let tail = ContentRecord.Tail(lines: lines, restBytes: restBytes, restDigest: 0)
                        let record = ContentRecord(
                            length: length, blockChecksums: checksums, firstLines: lines, tail: tail)
                        records[Int64(records.count)] = record
                        let whole = KnownContents([1: good], key: Self.key).whole(of: record)
                        #expect(whole?.isSame != true)
                    }
                }
            }
        }
        #expect(try read(content, known: records).knownBeginnings.isEmpty)
    }
}
