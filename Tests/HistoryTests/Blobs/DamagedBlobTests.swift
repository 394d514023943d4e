import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

/// Whatever is in a blob, it is read or refused, never a trap; and nothing is read that could not be written again.
@Suite("Damaged blobs")
struct DamagedBlobTests {
    @Test("A blob cut anywhere is refused, and one with a byte more", arguments: 0..<5 as Range<UInt64>)
    func truncations(seed: UInt64) {
        for sample in BlobSample.all(seed: seed) {
            #expect(throws: Never.self) { try sample.reencoded(sample.blob) }
            for length in 0..<sample.blob.count {
                let isWhole = sample.description == "clicks" && length % 16 == 1
                let cut = Array(sample.blob[..<length])
                if isWhole { continue }
                #expect(throws: DamagedBlob.self, "seed \(seed), \(sample), \(length) bytes") {
                    try sample.reencoded(cut)
                }
            }
            #expect(throws: DamagedBlob.self, "seed \(seed), \(sample)") { try sample.reencoded(sample.blob + [0]) }
        }
    }

    @Test("Flipped bits and changed bytes are refused or give a value", arguments: 0..<10 as Range<UInt64>)
    func changes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var refused = 0
        for sample in BlobSample.all(seed: seed) {
            for _ in 0..<100 {
                var bytes = sample.blob
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let place = Int.random(in: bytes.indices, using: &random)
                    switch Int.random(in: 0...3, using: &random) {
                    case 0: bytes[place] = 0xFF
                    case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
                    case 2: bytes.insert(.random(in: 0...255, using: &random), at: place)
                    default: bytes[place] = .random(in: 0...255, using: &random)
                    }
                }
                do throws(DamagedBlob) {
                    // A value: it is written in one way, and read back from there.
                    let again = try sample.reencoded(bytes)
                    #expect(try sample.reencoded(again) == again, "seed \(seed), \(sample)")
                } catch {
                    refused += 1
                    #expect(!error.reason.isEmpty)
                }
            }
        }
        #expect(refused > 0)
    }

    @Test("Bytes that mean nothing", arguments: 0..<5 as Range<UInt64>)
    func noise(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for sample in BlobSample.all(seed: seed) {
            for length in 0..<200 {
                let bytes =
                    Array(sample.blob.prefix(1)) + (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
                _ = try? sample.reencoded(bytes)
            }
        }
    }

    @Test("Another format is named")
    func format() {
        for sample in BlobSample.all(seed: 1) where sample.description != "key" {
            #expect(throws: DamagedBlob(reason: "is of the unknown format 9"), "\(sample)") {
                try sample.reencoded([9] + sample.blob.dropFirst())
            }
        }
    }

    @Test("Each thing that cannot be is named")
    func reasons() {
        func reason(_ decode: () throws -> Void) -> String? {
            do {
                try decode()
                return nil
            } catch {
                return (error as? DamagedBlob)?.reason
            }
        }
        func pages(_ bytes: [UInt8]) -> String? {
            reason { _ = try ([1] + bytes).withUnsafeBytes(PageTableBlob.decode) }
        }
        let endless: [UInt8] = Array(repeating: 0xFF, count: 9)
        #expect(pages(endless + [1, 0]) == "ends too early")
        #expect(pages(endless + [2, 0]) == "has a number of more than 64 bits")
        #expect(pages(endless + [0xFF, 0]) == "has a number of more than 64 bits")
        #expect(pages([1, 1, 1, 0x61, 0, 0]) == "has a text that begins with nothing")
        #expect(pages([1] + [0] + endless + [1]) == "ends too early")
        #expect(pages([1, 0, 1, 0x61, 0, 1]) == "has the section of no page before it")
        #expect(pages([2, 0, 1, 0x61, 0, 0, 1, 0, 0, 0]) == "has a page twice")
        #expect(pages([1, 0, 0, 0, 0, 0]) == "has 1 bytes too many")
        let long = [UInt8](repeating: 0x61, count: 1 << 19)
        var writer = BlobWriter(format: 1)
        writer.append(count: 1)
        writer.append(count: 0)
        writer.append(text: long + [0x61])
        writer.append(raw: [0, 0])
        #expect(reason { _ = try writer.bytes.withUnsafeBytes(PageTableBlob.decode) } == "has an endless text")

        let click = [UInt8](ClickRunBlob.encode([[PageClick(visitor: 0, page: 0, second: 0)]], numbers: [3]))
        #expect(
            reason { _ = try click.withUnsafeBytes { try ClickRunBlob.decode($0, pages: 3) } }
                == "has a click on page 3 of 3")
        #expect(reason { _ = try click.withUnsafeBytes { try ClickRunBlob.decode($0, pages: 4) } } == nil)

        func robots(_ bytes: [UInt8]) -> String? {
            reason { _ = try ([1] + bytes).withUnsafeBytes { try RobotLinesBlob.decode($0, pages: 3) } }
        }
        func uncounted(_ bytes: [UInt8]) -> String? {
            reason { _ = try ([2] + bytes).withUnsafeBytes { try UncountedBlob.decode($0, pages: 3) } }
        }
        #expect(uncounted([1, 13, 0, 0, 0]) == "has a verdict of an unknown outcome, 13")
        #expect(uncounted([1, 11, 0, 0, 1, 3, 0, 1]) == "has lines of page 3 of 3")
        #expect(uncounted([1, 11, 0, 0, 1, 1, 1, 1]) == "has a verdict that is not told")
        #expect(uncounted([1, 11, 0, 0, 2, 1, 0, 1, 0, 0, 1]) == "has a page twice")
        #expect(uncounted([1, 11, 0, 0, 1, 1, 0, 1]) == nil)
        #expect(robots([2, 1, 1, 0, 1]) == "has a page twice")
        #expect(robots([2, 1, 1, 2, 1]) == "has lines of page 3 of 3")
        #expect(robots([1, 0xFF, 0xFF, 0xFF, 0xFF, 0x1F, 1]) == "has a number of more than 32 bits")
        #expect(robots([1, 0, 0x81, 0x80, 0x80, 0x80, 0x80, 0x20]) == "has an impossible number")

        func accounting(_ bytes: [UInt8]) -> String? {
            reason { _ = try ([1] + bytes).withUnsafeBytes(AccountingBlob.decode) }
        }
        #expect(accounting([1, 14, 1]) == "has an unknown outcome, 14")

        func lines(_ bytes: [UInt8]) -> String? {
            reason {
                _ = try ([1, 0, 0, 0, 0, 0, 0, 0, 0, 0] + bytes).withUnsafeBytes {
                    try LinesBlob.decode($0, day: CalendarDay(number: 0))
                }
            }
        }
        #expect(
            lines([55, 0, 0]) == "has minutes outside the day" || MinuteSet(day: .init(number: 0)).words.count >= 55)
        #expect(lines([100, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]) == "has minutes outside the day")
        #expect(lines([0, 0, 1, 1, 0x7A, 1]) == "has lines of an unknown log format")

        func articles(_ bytes: [UInt8]) -> String? {
            reason { _ = try ([2] + bytes).withUnsafeBytes(ArticlesBlob.decode) }
        }
        #expect(articles([1, 1, 1, 1, 1]) == "has an impossible place")
        #expect(articles([1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x1F, 1, 1]) == "has a number of more than 32 bits")
        let named: [UInt8] = [1, 2, 0, 1, 0x62, 0, 0, 1, 1, 1, 0, 1, 0x61, 0, 0, 1, 1, 1]
        #expect(
            reason { _ = try named.withUnsafeBytes(NamedArticlesBlob.decode) } == "has articles that are not in order")

        func minutes(_ bytes: [UInt8]) -> String? {
            reason { _ = try ([1] + bytes).withUnsafeBytes { try MinutesBlob.decode($0, articles: 3) } }
        }
        #expect(minutes([9, 1, 3, 1, 0, 1]) == "has views of article 3 of 3")
        #expect(minutes([9, 2, 1, 1, 0, 1, 0, 1, 0, 1]) == "has an article twice")
        #expect(minutes([9, 1, 1, 2, 0, 1, 0, 1]) == "has minutes that are not in order")
        #expect(
            minutes([0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 1, 1, 1, 1]) == "has minutes that are not in order")
        #expect(
            reason { _ = try [UInt8](repeating: 0, count: 15).withUnsafeBytes(KeyBlob.decode) }
                == "is no key of 16 bytes")
        #expect(
            reason { _ = try ([1] + endless + [1]).withUnsafeBytes(ContentBlob.decode) } == "has an impossible length")
    }
}
