import Glibc

/// Bytes of a buffer that somebody else keeps alive: bounds are checked on every access, lifetime is not.
///
/// Valid only during the call it is handed to. It exists so that the hot path can load eight bytes at a time without
/// copying; an index from outside that is wrong traps instead of reading what is not there.
@frozen
public struct ByteView: @unchecked Sendable {
    // @unchecked: it is handed down a call, never across threads beyond the buffer's life.
    @usableFromInline let base: UnsafePointer<UInt8>
    public let count: Int

    @inlinable
    public init(base: UnsafePointer<UInt8>, count: Int) {
        precondition(count >= 0, "a view has no negative length")
        self.base = base
        self.count = count
    }

    @inlinable
    public subscript(index: Int) -> UInt8 {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the view")
        return base[index]
    }

    /// The bytes `range` as a view of their own.
    @inlinable
    public subscript(range: Range<Int>) -> ByteView {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside the view")
        return ByteView(base: base + range.lowerBound, count: range.count)
    }

    /// Eight bytes from `index` on, the first in the lowest bits.
    @inlinable
    public func word(at index: Int) -> UInt64 {
        precondition(index >= 0 && index <= count - 8, "word outside the view")
        return UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
    }

    /// The last up to eight bytes from `index` on, the first in the lowest bits, zeros behind the end.
    @inlinable
    public func partialWord(at index: Int) -> UInt64 {
        if index <= count - 8 { return word(at: index) }
        // The word that ends with the view, shifted so that only the bytes from `index` on are left.
        if count >= 8, index < count { return word(at: count - 8) >> UInt64(8 * (8 - (count - index))) }
        return wordAtEnd(index)
    }

    @inline(never)
    @usableFromInline
    func wordAtEnd(_ index: Int) -> UInt64 {
        guard index < count else { return 0 }
        var word: UInt64 = 0
        for place in stride(from: count - 1, through: index, by: -1) { word = word << 8 | UInt64(self[place]) }
        return word
    }

    /// The first place at or after `start` that holds `byte`.
    public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
        firstIndex(of: byte, start..<max(start, count))
    }

    /// The first place of the range that holds `byte`.
    public func firstIndex(of byte: UInt8, _ range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside the view")
        guard let found = memchr(base + range.lowerBound, CInt(byte), range.count) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    public func isEqual(to other: ByteView) -> Bool {
        count == other.count && memcmp(base, other.base, count) == 0
    }

    /// Copies the bytes to a place that has room for them.
    public func copy(to place: UnsafeMutableRawPointer) {
        memcpy(place, base, count)
    }

    /// Copies the bytes behind those of an array.
    public func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    }

    /// Copies the bytes to a place that has room for them, and may lie over them.
    func move(to place: UnsafeMutableRawPointer) {
        memmove(place, base, count)
    }

    /// A copy.
    public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

extension [UInt8] {
    /// Lends the array's bytes as a view for the time of the call.
    @inlinable
    public func withByteView<Result, Failure: Error>(
        _ body: (ByteView) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withUnsafeBufferPointer { buffer throws(Failure) in
            guard let base = buffer.baseAddress, buffer.count > 0 else {
                return try withUnsafePointer(to: 0) { empty throws(Failure) in
                    try body(ByteView(base: empty, count: 0))
                }
            }
            return try body(ByteView(base: base, count: buffer.count))
        }
    }

    /// Compares all bytes at once; `==` goes byte by byte.
    public func equals(_ other: [UInt8]) -> Bool {
        count == other.count && withByteView { here in other.withByteView { here.isEqual(to: $0) } }
    }

    /// The same of bytes that lie in somebody else's buffer.
    public func equals(_ other: ByteView) -> Bool {
        count == other.count && withByteView { $0.isEqual(to: other) }
    }
}
