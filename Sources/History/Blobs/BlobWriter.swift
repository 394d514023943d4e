import Foundation
import LogReading

/// Puts a blob together: numbers little-endian, those that are mostly small as LEB128 varints.
struct BlobWriter {
    private(set) var bytes: [UInt8]

    init(format: UInt8) {
        bytes = [format]
    }

    /// Seven bits a byte, the lowest first; a set top bit says that more follow.
    mutating func append(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A number that is mostly near 0: 0, -1, 1, -2 ... become 0, 1, 2, 3 ...
    mutating func append(signed value: Int64) {
        append(varint: UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    /// - Precondition: The count is not negative.
    mutating func append(count: Int) {
        precondition(count >= 0, "nothing is counted below zero")
        append(varint: UInt64(count))
    }

    mutating func append<Value: FixedWidthInteger>(fixed value: Value) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(raw text: some Collection<UInt8>) {
        bytes.append(contentsOf: text)
    }

    /// Its length, then its bytes.
    mutating func append(text: some Collection<UInt8>) {
        append(count: text.count)
        bytes.append(contentsOf: text)
    }

    /// Front coding: how many bytes are those of `previous`, then the others.
    mutating func append(_ text: ByteString, after previous: [UInt8], flag: UInt64 = 0) {
        var shared = 0
        let most = min(text.bytes.count, previous.count)
        while shared < most, text.bytes[shared] == previous[shared] { shared += 1 }
        append(varint: UInt64(shared) + flag)
        append(text: text.bytes[shared...])
    }

    var data: Data { Data(bytes) }
}
