import TestSupport
import Testing

@testable import LogReading

/// What is known agrees with what a comparison of the bytes says, whatever the contents.
@Suite("Known contents and their plain twin")
struct KnownContentsLawTests {
    static let key = SipKey.random()
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    /// Contents that begin alike: cut near to blocks, lines and anywhere, some changed in a byte, some grown otherwise.
    private func relatives(using generator: inout SeededGenerator, seed: UInt64) -> [[UInt8]] {
        let reach = [300, 66_000, 140_000].randomElement(using: &generator) ?? 300
        let base = Content.bytes(reach, seed: seed)
        return (0..<10).map { number in
            var length = Int.random(in: 0...reach, using: &generator)
            if Int.random(in: 0..<3, using: &generator) == 0 {
                length = (length + 32_768) / 65_536 * 65_536 + Int.random(in: -2...2, using: &generator)
            }
            length = min(max(length, 0), reach)
            if Bool.random(using: &generator) {
                length = base[..<length].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? length
            }
            var content = Array(base[..<length])
            switch Int.random(in: 0..<5, using: &generator) {
            case 0 where length > 0: content[Int.random(in: 0..<length, using: &generator)] ^= 1
            case 1 where length > 0: content[length - 1 - min(length - 1, Int(generator.next() % 20))] ^= 1
            case 2: content += Content.bytes(Int(generator.next() % 70_000), seed: seed + UInt64(number))
            default: break
            }
            return content
        }
    }

    @Test("Beginnings are found exactly, and wholes by blocks and lines", arguments: 0..<24 as Range<UInt64>)
    func twin(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let contents = relatives(using: &generator, seed: seed)
        var records: [Int64: ContentRecord] = [:]
        for (number, content) in contents.enumerated() {
            let path = try folder.file("log", content)
            records[Int64(number)] = try ReadContent(path: path, known: KnownContents([:], key: Self.key)).record
        }
        for (number, content) in contents.enumerated() {
            let file = Bool.random(using: &generator) ? content : Gzip.members(content, upTo: 3, using: &generator)
            let known = KnownContents(records, key: Self.key)
            let read = try ReadContent(path: try folder.file("log", file), known: known)
            let beginnings = contents.indices.filter { PlainContent.begins(content, with: contents[$0]) }
            #expect(read.knownBeginnings == Set(beginnings.map(Int64.init)), "content \(number)")
            for (other, stored) in contents.enumerated() {
                let one = KnownContents([7: records[Int64(other)]].compactMapValues(\.self), key: Self.key)
                let whole = one.whole(of: read.record)
                let truth = PlainContent.begins(stored, with: content)
                #expect((whole != nil) == PlainContent.isRecognised(content, in: stored), "\(number) in \(other)")
                #expect((whole?.isSame == true) == (!content.isEmpty && content == stored), "\(number) in \(other)")
                if PlainContent.isExact(content, in: stored) {
                    #expect((whole != nil) == truth, "\(number) in \(other)")
                }
            }
        }
    }
}
