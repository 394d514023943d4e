import Foundation
import LogReading

/// A key of SipHash: its two halves, 8 bytes each, little-endian. The only blob without a format byte: any 16 bytes are one.
enum KeyBlob {
    static func encode(_ key: SipKey) -> Data {
        var bytes: [UInt8] = []
        for half in [key.low, key.high] { withUnsafeBytes(of: half.littleEndian) { bytes.append(contentsOf: $0) } }
        return Data(bytes)
    }

    static func decode(_ bytes: UnsafeRawBufferPointer) throws(DamagedBlob) -> SipKey {
        guard bytes.count == 16 else { throw DamagedBlob(reason: "is no key of 16 bytes") }
        return SipKey(
            low: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
            high: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
}
