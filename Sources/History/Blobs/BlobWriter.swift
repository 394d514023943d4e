import Foundation
import LogReading

/// Puts a blob together: numbers little-endian, those that are mostly small as LEB128 varints.
///
/// In memory of its own: an array asks at each byte whether it has to copy itself.
struct BlobWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int

    private static let initialCapacity = 256
    private static let longestVarint = 10

    init(format: UInt8) {
        capacity = BlobWriter.initialCapacity
        start = .allocate(capacity: capacity)
        start[0] = format
        count = 1
    }

    deinit {
        start.deallocate()
    }

    /// What has been written so far, as a copy.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }
    var data: Data { Data(bytes: start, count: count) }

    /// Seven bits a byte, the lowest first; a set top bit says that more follow.
    @inline(__always)
    mutating func append(varint value: UInt64) {
        makeRoom(for: BlobWriter.longestVarint)
        var rest = value
        while rest >= 0x80 {
            start[count] = UInt8(truncatingIfNeeded: rest) | 0x80
            count += 1
            rest >>= 7
        }
        start[count] = UInt8(truncatingIfNeeded: rest)
        count += 1
    }

    /// A number that is mostly near 0: 0, -1, 1, -2 ... become 0, 1, 2, 3 ...
    @inline(__always)
    mutating func append(signed value: Int64) {
        append(varint: UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    /// - Precondition: The count is not negative.
    @inline(__always)
    mutating func append(count: Int) {
        precondition(count >= 0, "nothing is counted below zero")
        append(varint: UInt64(count))
    }

    mutating func append<Value: FixedWidthInteger>(fixed value: Value) {
        makeRoom(for: MemoryLayout<Value>.size)
        UnsafeMutableRawPointer(start + count).storeBytes(of: value.littleEndian, as: Value.self)
        count += MemoryLayout<Value>.size
    }

    mutating func append(raw text: some Collection<UInt8>) {
        Array(text).withByteView { append(raw: $0) }
    }

    /// Its length, then its bytes.
    mutating func append(text: some Collection<UInt8>) {
        append(count: text.count)
        append(raw: text)
    }

    /// Front coding: how many bytes are those of `previous`, then the others.
    @inline(__always)
    mutating func append(_ text: ByteView, after previous: ByteView, flag: UInt64 = 0) {
        let shared = text.sharedBeginning(with: previous)
        append(varint: UInt64(shared) + flag)
        append(count: text.count - shared)
        append(raw: text[shared..<text.count])
    }

    @inline(__always)
    private mutating func append(raw view: ByteView) {
        makeRoom(for: view.count)
        view.copy(to: start + count)
        count += view.count
    }

    @inline(__always)
    private mutating func makeRoom(for bytes: Int) {
        if capacity - count < bytes { grow(by: bytes) }
    }

    @inline(never)
    private mutating func grow(by bytes: Int) {
        capacity = max(capacity * 2, count + bytes)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.moveInitialize(from: start, count: count)
        start.deallocate()
        start = larger
    }
}

extension ByteView {
    /// How many bytes at their beginnings are the same.
    @inline(__always)
    fileprivate func sharedBeginning(with other: ByteView) -> Int {
        let most = min(count, other.count)
        var shared = 0
        while shared + 8 <= most {
            let difference = word(at: shared) ^ other.word(at: shared)
            if difference != 0 { return shared + difference.trailingZeroBitCount >> 3 }
            shared += 8
        }
        while shared < most, self[shared] == other[shared] { shared += 1 }
        return shared
    }
}
