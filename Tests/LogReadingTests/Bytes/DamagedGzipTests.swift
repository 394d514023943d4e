import TestSupport
import Testing

@testable import LogReading

/// COUNTING, section 1: a gzip file is good if every member ends with the right CRC-32 and length.
@Suite("Damaged gzip files")
struct DamagedGzipTests {
    static let first = Array("192.0.2.1 one line\nand one that goes on ".utf8)
    static let second = Array("here\nlast, last, last, last\n".utf8)
    /// Members of stored, fixed and dynamic blocks, with and without header fields.
    static let files: [[[UInt8]]] = [
        [Gzip.member(first, header: .full), Gzip.member(second, level: 0)],
        [Gzip.member(first, level: 0), Gzip.member(second, header: .full, level: 9)],
        [Gzip.member(Content.bytes(400, seed: 1), header: Gzip.Header(name: [97]))],
        [Gzip.member([])],
    ]

    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func content(of members: [[UInt8]]) throws -> [UInt8] {
        try ReadContent(path: try folder.file("good", members.flatMap(\.self))).bytes
    }

    @Test("A file cut anywhere is damaged, but for cuts between its members", arguments: files.indices)
    func cut(number: Int) throws {
        let members = Self.files[number]
        let file = members.flatMap(\.self)
        for length in 0..<file.count {
            let path = try folder.file("log", Array(file[..<length]))
            var whole = members
            while whole.reduce(0, { $0 + $1.count }) > length { whole.removeLast() }
            let end = whole.reduce(0) { $0 + $1.count }
            let good = whole.isEmpty ? [] : try content(of: whole)
            if end == 0, length < 2 {
                // Not even a signature: a plain file of one byte, or of none.
                #expect(difference(try ReadContent(path: path).bytes, Array(file[..<length])) == nil)
            } else if length - end < 2 {
                let log = try ReadContent(path: path)
                #expect(difference(log.bytes, good) == nil, "cut at \(length)")
                #expect(log.garbageOffset == (length == end ? nil : Int64(end)), "cut at \(length)")
            } else {
                #expect(
                    throws: LogReadError.damaged(
                        name: path, offset: Int64(length), .cut, goodBytes: Int64(good.count)), "cut at \(length)"
                ) { try ReadContent(path: path) }
            }
        }
    }

    @Test("A file with one bit flipped never reads as good with other content", arguments: files.indices)
    func flipped(number: Int) throws {
        let members = Self.files[number]
        let file = members.flatMap(\.self)
        let good = try content(of: members)
        var harmless = 0
        for bit in 0..<(file.count * 8) {
            var broken = file
            broken[bit / 8] ^= 1 << UInt8(bit % 8)
            let path = try folder.file("log", broken)
            let result = Result { () throws(LogReadError) in try ReadContent(path: path) }
            guard case .success(let log) = result else {
                guard case .failure(.damaged(_, let offset, _, _)) = result else {
                    Issue.record("bit \(bit): \(result)")
                    continue
                }
                #expect(offset <= Int64(file.count), "bit \(bit)")
                continue
            }
            if bit < 16 {
                #expect(difference(log.bytes, broken) == nil, "bit \(bit): no signature, so a plain file")
            } else if let garbage = log.garbageOffset {
                // The signature of a later member: what is behind is told of, and not read.
                #expect(garbage == Int64(members[0].count), "bit \(bit)")
                #expect(good.starts(with: log.bytes), "bit \(bit)")
            } else {
                harmless += 1
                #expect(difference(log.bytes, good) == nil, "bit \(bit)")
                #expect(Self.mayNotMatter(byte: bit / 8, of: members), "bit \(bit) of byte \(bit / 8)")
            }
        }
        // Time, extra flags and system of one header at least, or the file would not have been looked at.
        #expect(harmless >= (members.contains { $0[3] == 0 } ? 48 : 0))
    }

    /// Whether a byte lies in a header, or is padding at the end of a block; checksums guard all else.
    private static func mayNotMatter(byte: Int, of members: [[UInt8]]) -> Bool {
        var place = byte
        for member in members {
            if place < member.count {
                return place >= 3 && place < member.count - 8
            }
            place -= member.count
        }
        return false
    }

    @Test("No inflater takes a flipped bit for good with other content", arguments: Inflater.allCases)
    func flippedForEachInflater(inflater: Inflater) throws {
        for members in Self.files {
            guard let file = members.first else { continue }
            let good = try InflaterRun(inflater.made(), file, feed: { 9000 }, room: { 70_000 }).content
            for bit in 0..<(file.count * 8) {
                var broken = file
                broken[bit / 8] ^= 1 << UInt8(bit % 8)
                for feed in [3, 9000] {
                    let run = try? InflaterRun(inflater.made(), broken, feed: { feed }, room: { 70_000 })
                    if let run { #expect(difference(run.content, good) == nil, "bit \(bit), fed \(feed) at a time") }
                }
            }
        }
    }

    @Test("A header with a reserved flag is no header, whatever inflates it", arguments: [5, 6, 7], [0, 1])
    func reservedFlags(bit: Int, memberBefore: Int) throws {
        var member = Gzip.member([])
        member[3] |= 1 << UInt8(bit)
        let path = try folder.file("log", (memberBefore == 1 ? Gzip.member(Self.first) : []) + member)
        let error = #expect(throws: LogReadError.self) { try ReadContent(path: path) }
        guard case .damaged(path, _, .invalidData, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("Bytes at random behind a signature never crash and never hang", arguments: 0..<300 as Range<UInt64>)
    func noise(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let noise = generator.row(of: Array(UInt8.min...UInt8.max), upTo: 400)
        let path = try folder.file("log", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + noise)
        #expect(throws: LogReadError.self) { try ReadContent(path: path) }
    }

    @Test("The good bytes before the damage are those of the complete members")
    func goodBytes() throws {
        let contents = [70_000, 0, 1, 131_072].map { Content.bytes($0, seed: UInt64($0)) }
        let members = contents.map { Gzip.member($0) }
        var last = Gzip.member(Content.bytes(90_000, seed: 9))
        last[last.count - 5] ^= 1
        for count in 0...members.count {
            let good = contents[..<count].reduce(0) { $0 + $1.count }
            let path = try folder.file("log", members[..<count].flatMap(\.self) + last)
            let error = #expect(throws: LogReadError.self) { try ReadContent(path: path) }
            let size = Int64(members[..<count].reduce(last.count) { $0 + $1.count })
            // ISA-L looks at CRC and length together, zlib at the CRC first, four bytes before the end.
            let expected = [size, size - 4].map {
                LogReadError.damaged(name: path, offset: $0, .wrongChecksum, goodBytes: Int64(good))
            }
            #expect(error.map(expected.contains) == true, "after \(count) members: \(String(describing: error))")
            let limited = try ReadContent(LogStream(LogInput(opening: path), limit: Int64(good)))
            #expect(difference(limited.bytes, contents[..<count].flatMap(\.self)) == nil)
        }
    }
}
