import Glibc
import TestSupport
import Testing

@testable import LogReading

@Suite("Lines of a log")
struct LineBlockReaderTests {
    /// What a reader delivered.
    struct Delivered {
        /// Lines of up to 65,536 bytes, in order.
        var lines: [[UInt8]] = []
        /// Longer ones, delivered or dropped.
        var oversize = 0

        init(
            _ input: LogInput, keepsUnfinishedLine: Bool = true, limit: Int64 = .max,
            helpedBy spareThreads: SpareThreads? = nil
        ) throws {
            let reader = LineBlockReader(
                LogStream(input, limit: limit), keepsUnfinishedLine: keepsUnfinishedLine, helpedBy: spareThreads)
            var blocks: [[UInt8]] = []
            while let block = try reader.withNextBlock({ $0.bytes }) { blocks.append(block) }
            for block in blocks.dropLast() {
                #expect(block.last == 10, "a block that is not the last ends with a line")
            }
            for block in blocks {
                #expect(!block.isEmpty)
                for line in PlainLines.split(block).lines {
                    if PlainLines.isOversize(line) { oversize += 1 } else { lines.append(line) }
                }
            }
            oversize += reader.droppedOversizeLines
            #expect(try reader.withNextBlock { _ in } == nil, "a log that is over stays so")
        }
    }

    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    /// Lines of all awkward lengths, with CRs and NULs; sometimes without a last LF.
    static func content(using generator: inout SeededGenerator) -> [UInt8] {
        let lengths = [0, 0, 1, 2, 100, 300, 1000, 30_000, 65_535, 65_536, 65_537, 65_538, 131_072, 200_000]
        var content: [UInt8] = []
        for _ in 0..<Int.random(in: 0...9, using: &generator) {
            let length = lengths.randomElement(using: &generator) ?? 0
            var line = [UInt8](repeating: UInt8(ascii: "x"), count: length)
            if length > 1 {
                for byte: UInt8 in [0, 13, 32, 255] { line[Int.random(in: 0..<length, using: &generator)] = byte }
                if Bool.random(using: &generator) { line[length - 1] = 13 }
            }
            content += line + [10]
        }
        if !content.isEmpty, Bool.random(using: &generator) { content.removeLast() }
        return content
    }

    @Test("Lines delivered and dropped are the lines of a plain split", arguments: 0..<80 as Range<UInt64>)
    func plainSplit(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let content = Self.content(using: &generator)
        let expected = PlainLines.split(content).lines
        let short = expected.filter { !PlainLines.isOversize($0) }
        let members = Gzip.members(content, upTo: 5, using: &generator)
        for (file, readsAhead) in [(content, false), (Gzip.member(content), false), (members, false), (members, true)] {
            let input = try LogInput(opening: try folder.file("log", file))
            let delivered = try Delivered(input, helpedBy: SpareThreads(readsAhead ? 1 : 0))
            #expect(delivered.lines == short)
            #expect(delivered.oversize == expected.count - short.count)
        }
    }

    @Test("Of a log that is known to be cut, only complete lines are lines", arguments: 0..<80 as Range<UInt64>)
    func completeLines(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let content = Self.content(using: &generator)
        let anywhere = Int.random(in: 0...content.count, using: &generator)
        let limit = Bool.random(using: &generator) ? content.count : anywhere
        var (expected, isComplete) = PlainLines.split(Array(content[..<limit]))
        if !isComplete { expected.removeLast() }
        let short = expected.filter { !PlainLines.isOversize($0) }
        let input = try LogInput(opening: try folder.file("log", Gzip.member(content)))
        let delivered = try Delivered(input, keepsUnfinishedLine: false, limit: Int64(limit))
        #expect(delivered.lines == short)
        #expect(delivered.oversize == expected.count - short.count, "\(limit) of \(content.count) bytes")
    }

    @Test(
        "A thread that reads ahead brings what one that does not brings, whole, cut or damaged",
        arguments: 0..<24 as Range<UInt64>)
    func readsAhead(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        // From less than a block to more than the slots of the ring hold.
        var content: [UInt8] = []
        let size = [1000, 65_536, 262_144, 262_145, 1_048_576, 3_000_000].randomElement(using: &generator) ?? 0
        while content.count < size {
            content +=
                [UInt8](
                    repeating: UInt8.random(in: 32...126, using: &generator),
                    count: Int.random(in: 0...40_000, using: &generator)) + [10]
        }
        var file = Gzip.members(content, upTo: 3, using: &generator)
        switch seed % 3 {
        case 0: file.removeLast(Int.random(in: 1...min(file.count - 20, 2000), using: &generator))
        case 1: file[Int.random(in: 20..<file.count, using: &generator)] ^= 0x55
        default: break
        }
        let path = try folder.file("log", file)
        /// - Parameter start: The blocks of lines after which there is a spare thread.
        func read(aheadFrom start: Int?) throws -> (blocks: [[UInt8]], failure: LogReadError?, stream: LogStream) {
            let stream = LogStream(try LogInput(opening: path))
            let spareThreads = SpareThreads()
            let reader = LineBlockReader(stream, helpedBy: spareThreads)
            var blocks: [[UInt8]] = []
            do throws(LogReadError) {
                while true {
                    if blocks.count == start { spareThreads.add() }
                    guard let block = try reader.withNextBlock({ $0.bytes }) else { break }
                    blocks.append(block)
                }
                return (blocks, nil, stream)
            } catch {
                return (blocks, error, stream)
            }
        }
        let inTurn = try read(aheadFrom: nil)
        for start in [0, 1, Int.random(in: 0...inTurn.blocks.count, using: &generator)] {
            let ahead = try read(aheadFrom: start)
            let place = "seed \(seed), from block \(start)"
            #expect(ahead.blocks == inTurn.blocks, "\(place)")
            #expect("\(String(describing: ahead.failure))" == "\(String(describing: inTurn.failure))", "\(place)")
            if inTurn.failure == nil { #expect(ahead.stream.identity == inTurn.stream.identity, "\(place)") }
        }
    }

    @Test("One spare thread helps one reader, and the next when that one is through")
    func spareThreads() throws {
        let path = try folder.file("log", [10])
        let spareThreads = SpareThreads(1)
        for _ in 0..<2 {
            let reader = LineBlockReader(LogStream(try LogInput(opening: path)), helpedBy: spareThreads)
            #expect(try reader.withNextBlock { $0.count } == 1)
            #expect(!spareThreads.take(), "it has been taken")
        }
        #expect(spareThreads.take(), "it has come back")
        #expect(!spareThreads.take(), "it has come back once")
    }

    @Test("A reader that goes before its log is read lets the other thread go")
    func abandoned() throws {
        let path = try folder.file("log", [UInt8](repeating: 10, count: 4_000_000))
        weak var stream: LogStream?
        do {
            let whole = LogStream(try LogInput(opening: path))
            stream = whole
            let reader = LineBlockReader(whole, helpedBy: SpareThreads(1))
            #expect(try reader.withNextBlock { $0.count } == 65_536)
        }
        for _ in 0..<1000 where stream != nil { usleep(10_000) }
        #expect(stream == nil, "the thread has not ended")
    }

    @Test("Of a line's end, one CR comes off, then spaces and tabs; the rest stays")
    func lineContent() {
        for (line, content) in [
            ("", ""), ("\r", ""), ("\r\r", "\r"), (" \t \r", ""), ("a", "a"), ("a\r", "a"), ("a \t\r", "a"),
            ("a\r \t", "a\r"), ("a\r\r", "a\r"), (" a", " a"), ("\t a b\t", "\t a b"), ("a\u{0}", "a\u{0}"),
            ("a\u{B}", "a\u{B}"),
        ] {
            Array(line.utf8).withByteView {
                #expect(LogLine.content(of: $0).bytes == Array(content.utf8), "\(line.debugDescription)")
            }
            for (before, behind) in [(" ", " "), ("\r", "x"), ("x\n", "\r\n"), ("\t", "\t")] {
                let start = before.utf8.count
                Array((before + line + behind).utf8).withByteView {
                    let found = LogLine.content(of: $0, start..<(start + line.utf8.count))
                    #expect(found == start..<(start + content.utf8.count), "\(line.debugDescription) in a block")
                }
            }
            #expect(PlainLines.trimmed(Array(line.utf8)) == Array(content.utf8), "\(line.debugDescription)")
        }
    }
}
