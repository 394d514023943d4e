import LogReading

/// A hash of bytes or numbers for tables in memory, seeded anew for each, so that nobody outside can craft collisions.
///
/// No result depends on it.
struct SeededHash: Sendable {
    private let seed = UInt64.random(in: .min ... .max)
    private let secondSeed = UInt64.random(in: .min ... .max) | 1

    /// Half of the hash of a key.
    ///
    /// Sixteen bytes a step: their product with secret numbers, its halves folded (as in W. Yi's wyhash). Of long keys two steps at
    /// once, as neither waits for the other's product. The last step takes the last sixteen, some of them again.
    @inline(__always)
    func tag(of key: ByteView) -> UInt32 {
        var hash = seed ^ UInt64(truncatingIfNeeded: key.count)
        guard key.count >= 16 else {
            return UInt32(
                truncatingIfNeeded: fold(
                    fold(key.partialWord(at: 0) ^ secondSeed, key.partialWord(at: 8) ^ hash), secondSeed))
        }
        var index = 0
        if key.count > 64 {
            var other = secondSeed
            while index < key.count - 32 {
                hash = fold(key.word(at: index) ^ secondSeed, key.word(at: index + 8) ^ hash)
                other = fold(key.word(at: index + 16) ^ seed, key.word(at: index + 24) ^ other)
                index += 32
            }
            hash ^= other
        }
        while index < key.count - 16 {
            hash = fold(key.word(at: index) ^ secondSeed, key.word(at: index + 8) ^ hash)
            index += 16
        }
        hash = fold(key.word(at: key.count - 16) ^ secondSeed, key.word(at: key.count - 8) ^ hash)
        return UInt32(truncatingIfNeeded: fold(hash, secondSeed))
    }

    /// A hash of a long key's first and last bytes: who sends keys can make as many of one hash as he likes, so only for tables in which
    /// that makes nothing grow.
    ///
    /// - Precondition: The key has 64 bytes at least.
    @inline(__always)
    func tagOfEnds(of key: ByteView) -> UInt32 {
        let end = key.count - 48
        let first = fold(key.word(at: 16) ^ secondSeed, key.word(at: 24) ^ seed)
        let second = fold(key.word(at: 32) ^ seed, key.word(at: 40) ^ secondSeed)
        let third = fold(key.word(at: end) ^ secondSeed, key.word(at: end + 8) ^ first)
        let fourth = fold(
            key.word(at: end + 16) ^ second, key.word(at: end + 24) ^ UInt64(truncatingIfNeeded: key.count))
        return UInt32(truncatingIfNeeded: fold(third ^ fourth, secondSeed))
    }

    /// The hash of a number.
    @inline(__always)
    func hash(of number: UInt64) -> UInt64 { fold(number ^ seed, secondSeed) }

    @inline(__always)
    private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
