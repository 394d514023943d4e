import TestSupport
import Testing

@testable import LogReading

@Suite("Whether one content begins another")
struct ContentIdentityTests {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func identity(_ content: [UInt8], members: Int = 0, seed: UInt64 = 0) throws -> ContentIdentity {
        var generator = SeededGenerator(seed: seed)
        let file = members == 0 ? content : Gzip.members(content, upTo: members, using: &generator)
        return try ReadContent(path: try folder.file("log", file)).identity
    }

    @Test("A beginning is one, however both are packed", arguments: 0..<12 as Range<UInt64>)
    func beginnings(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let content = Content.bytes(Int.random(in: 1...220_000, using: &generator), seed: seed)
        let whole = try identity(content, members: Int(seed % 4), seed: seed)
        let lengths = [1, 255, 256, 257, 65_535, 65_536, 65_537, 131_072, content.count - 1, content.count]
        for length in lengths where length > 0 && length <= content.count {
            let part = Array(content[..<length])
            let verdict = whole.prefixVerdict(of: try identity(part, members: Int(seed / 4), seed: seed + 99))
            // A tail is compared with the other's block only where the other has a whole block there.
            let hasTail = length % 65_536 != 0
            let tailDecides = hasTail && length / 65_536 < content.count / 65_536
            #expect(verdict == (tailDecides ? .tailDecides : .yes), "\(length) of \(content.count)")
        }
    }

    @Test("What differs in a byte is no beginning, unless the tail still has to be asked")
    func others() throws {
        let content = Content.bytes(200_000, seed: 7)
        let whole = try identity(content, members: 3)
        for (place, length) in [
            (0, 1), (0, 200_000), (255, 300), (300, 65_536), (65_535, 65_536), (65_536, 131_072), (199_999, 200_000),
            (131_072, 140_000 + 60_000), (70_000, 190_000),
        ] {
            var other = Array(content[..<length])
            other[place] ^= 1
            #expect(whole.prefixVerdict(of: try identity(other)) == .no, "byte \(place) of \(length)")
        }
        var other = Array(content[..<70_000])
        other[66_000] ^= 1
        #expect(whole.prefixVerdict(of: try identity(other)) == .tailDecides)
    }

    @Test("A longer content, and an empty one, begin nothing")
    func longerAndEmpty() throws {
        let content = Content.bytes(70_000, seed: 8)
        let short = try identity(Array(content[..<100]))
        #expect(short.prefixVerdict(of: try identity(content)) == .no)
        #expect(short.prefixVerdict(of: try identity([])) == .no)
        #expect(try identity([]).prefixVerdict(of: try identity([])) == .no)
    }
}
