import TestSupport
import Testing

@testable import LogReading

@Suite("The digest of parts of a file")
struct FileDigestTests {
    static let keys = FileDigest.Keys(from: SipKey(low: 1, high: 2))
    /// The first and last 64 KiB, and 16 of 4 KiB.
    static let digested: Int64 = 196_608

    @Test("A file of up to 192 KiB is in it as a whole", arguments: [0, 1, 7, 8, 65_536, digested - 1, digested])
    func whole(size: Int64) {
        #expect(FileDigest.parts(ofSize: size, Self.keys) == (size == 0 ? [] : [0..<size]))
    }

    @Test("Of a longer one 18 parts are: both ends, and one somewhere in each sixteenth between", arguments: 0..<200)
    func parts(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let size =
            Self.digested
            + [1, .random(in: 2...300, using: &random), .random(in: 300...1 << 50, using: &random)][
                Int(seed % 3)]
        let parts = FileDigest.parts(ofSize: size, Self.keys)
        #expect(parts.count == 18)
        #expect(parts.first == 0..<65_536 && parts.last == size - 65_536..<size)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "seed \(seed)")
        let sixteenth = Double(size - 131_072) / 16
        for (number, part) in parts.dropFirst().dropLast().enumerated() {
            let room = 65_536 + sixteenth * Double(number)
            #expect(part.count == 4096)
            #expect(
                Double(part.lowerBound) > room - 2 && Double(part.upperBound) < room + sixteenth + 2, "seed \(seed)")
        }
    }

    @Test("The parts of another size, and under another key, are elsewhere")
    func secret() {
        let parts = Set(FileDigest.parts(ofSize: 10_000_000, Self.keys))
        let others = FileDigest.Keys(from: SipKey(low: 1, high: 3))
        // Both ends are the same.
        #expect(parts.intersection(FileDigest.parts(ofSize: 10_000_000, others)).count == 2)
        #expect(parts.intersection(FileDigest.parts(ofSize: 10_000_001, Self.keys)).count == 1)
    }

    @Test(
        "It is two SipHash-2-4 of the size and the parts, each filled up with zeros",
        arguments: [0, 5, 8, 196_609, 500_000])
    func plain(size: Int) throws {
        let content = Content.bytes(size, seed: 3)
        var message = (0..<8).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }
        for part in FileDigest.parts(ofSize: Int64(size), Self.keys) {
            message += content[Int(part.lowerBound)..<Int(part.upperBound)]
            message += Array(repeating: 0, count: 8 - part.count % 8)
        }
        let hashes = message.withByteView { message in
            [Self.keys.low, Self.keys.high].map {
                SipHash.hash(message, key: $0, rounds: (compression: 2, finalization: 4))
            }
        }
        #expect(digest(of: content) == FileDigest(low: hashes[0], high: hashes[1]))
    }

    @Test("Where the file has fewer bytes than it should there is none")
    func short() {
        #expect(FileDigest(ofSize: 10, Self.keys) { _, _ in false } == nil)
    }

    @Test("Each byte of the parts is in it, and none outside of them", arguments: 1...20)
    func flipped(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var content = Content.bytes(.random(in: 200_000...400_000, using: &random), seed: seed)
        let before = digest(of: content)
        let parts = FileDigest.parts(ofSize: Int64(content.count), Self.keys)
        for _ in 0..<30 {
            let place = Int.random(in: content.indices, using: &random)
            content[place] ^= 1
            let isInside = parts.contains { $0.contains(Int64(place)) }
            #expect((digest(of: content) != before) == isInside, "seed \(seed), byte \(place)")
            content[place] ^= 1
        }
        #expect(digest(of: content) == before)
    }

    private func digest(of content: [UInt8]) -> FileDigest? {
        FileDigest(ofSize: Int64(content.count), Self.keys) { buffer, start in
            buffer.copyBytes(from: content[Int(start)..<Int(start) + buffer.count])
            return true
        }
    }
}
