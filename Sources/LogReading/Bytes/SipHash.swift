/// SipHash, a keyed hash whose values nobody can foresee who does not know the key.
///
/// - Source: Aumasson, Bernstein, "SipHash: a fast short-input PRF", 2012. Counting uses 1 and 3 rounds.
@frozen
public struct SipHash {
    @usableFromInline var v0, v1, v2, v3: UInt64
    @usableFromInline let compressionRounds: Int
    @usableFromInline let finalizationRounds: Int

    @inlinable
    public init(key: SipKey, compressionRounds: Int = 1, finalizationRounds: Int = 3) {
        v0 = key.low ^ 0x736F_6D65_7073_6575
        v1 = key.high ^ 0x646F_7261_6E64_6F6D
        v2 = key.low ^ 0x6C79_6765_6E65_7261
        v3 = key.high ^ 0x7465_6462_7974_6573
        self.compressionRounds = compressionRounds
        self.finalizationRounds = finalizationRounds
    }

    /// The hash of a whole message.
    @inlinable
    public static func hash(
        _ message: ByteView, key: SipKey, rounds: (compression: Int, finalization: Int) = (1, 3)
    ) -> UInt64 {
        var hasher = SipHash(
            key: key, compressionRounds: rounds.compression, finalizationRounds: rounds.finalization)
        let rest = hasher.absorbWholeWords(message)
        return hasher.finish(lastWord: rest, length: message.count)
    }

    /// Takes in the whole words of the message and gives back the up to seven bytes that fill none.
    @inlinable
    @inline(__always)
    public mutating func absorbWholeWords(_ message: ByteView) -> UInt64 {
        var index = 0
        while index + 8 <= message.count {
            compress(message.word(at: index))
            index += 8
        }
        return message.partialWord(at: index)
    }

    /// Takes in the next eight bytes of the message, the first in the lowest bits.
    @inlinable
    @inline(__always)
    public mutating func compress(_ word: UInt64) {
        v3 ^= word
        for _ in 0..<compressionRounds { round() }
        v0 ^= word
    }

    /// Ends the message and gives its hash.
    ///
    /// - Parameter lastWord: The up to seven bytes that filled no word.
    /// - Parameter length: Bytes of the whole message.
    @inlinable
    @inline(__always)
    public mutating func finish(lastWord: UInt64, length: Int) -> UInt64 {
        compress(lastWord | UInt64(truncatingIfNeeded: length) << 56)
        v2 ^= 0xFF
        for _ in 0..<finalizationRounds { round() }
        return v0 ^ v1 ^ v2 ^ v3
    }

    @inlinable
    @inline(__always)
    mutating func round() {
        v0 &+= v1
        v1 = rotate(v1, by: 13) ^ v0
        v0 = rotate(v0, by: 32)
        v2 &+= v3
        v3 = rotate(v3, by: 16) ^ v2
        v0 &+= v3
        v3 = rotate(v3, by: 21) ^ v0
        v2 &+= v1
        v1 = rotate(v1, by: 17) ^ v2
        v2 = rotate(v2, by: 32)
    }

    @inlinable
    @inline(__always)
    func rotate(_ value: UInt64, by bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }
}

/// A key of 128 bits.
@frozen
public struct SipKey: Hashable, Sendable {
    /// Its first eight bytes as a little-endian number, and its last.
    public let low, high: UInt64

    @inlinable
    public init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// A new key from the system's source of randomness.
    public static func random() -> SipKey {
        SipKey(low: .random(in: .min ... .max), high: .random(in: .min ... .max))
    }
}
