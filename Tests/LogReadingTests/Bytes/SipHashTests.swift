import Foundation
import LogReading
import TestSupport
import Testing

@Suite("SipHash")
struct SipHashTests {
    static let key = SipKey(low: 0x0706_0504_0302_0100, high: 0x0F0E_0D0C_0B0A_0908)

    @Test("Hashes are the published ones", arguments: try Table.load("siphash", from: .module))
    func published(row: Table.Row) throws {
        let count = try #require(UInt8(row.text("bytes")))
        let message = Array(0..<count)
        message.withByteView { message in
            let slow = SipHash.hash(message, key: Self.key, rounds: (compression: 2, finalization: 4))
            #expect(slow == UInt64(row.text("2-4"), radix: 16))
            #expect(SipHash.hash(message, key: Self.key) == UInt64(row.text("1-3"), radix: 16))
        }
    }

    @Test("Another key gives another hash, and random keys differ")
    func keys() {
        let message = Array("192.0.2.1".utf8)
        let hashes = [SipKey(low: 0, high: 0), SipKey(low: 1, high: 0), SipKey(low: 0, high: 1), .random(), .random()]
            .map { key in message.withByteView { SipHash.hash($0, key: key) } }
        #expect(Set(hashes).count == 5)
    }
}
