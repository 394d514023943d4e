/// A keyed digest of 128 bits of parts of a file, as it lies on the disk: the first, the last, and some between.
///
/// Of a file of up to `digestedBytes` all is in it. Two SipHash-2-4 under two keys of one message: the file's size in eight
/// bytes, the lowest first, and the parts in their order, each filled up with one to eight zeros to whole words.
public struct FileDigest: Hashable, Sendable {
    public var low, high: UInt64

    public init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The most bytes that are read of a file.
    public static let digestedBytes = 2 * endBytes + middleParts * middleBytes

    /// Of the first part, and of the last.
    static let endBytes: Int64 = 65_536
    /// Of each part between.
    static let middleBytes: Int64 = 4096
    static let middleParts: Int64 = 16

    /// The keys of the digests and of the places of parts; secret, so that nobody can aim at what is left out.
    struct Keys {
        let low, high, places: SipKey

        /// - Parameter key: None of the three says anything of it, or of another.
        init(from key: SipKey) {
            func derived(_ number: UInt64) -> SipKey {
                func half(_ side: UInt64) -> UInt64 {
                    var hasher = SipHash(key: key, compressionRounds: 2, finalizationRounds: 4)
                    hasher.compress(Keys.purpose)
                    hasher.compress(number << 1 | side)
                    return hasher.finish(lastWord: 0, length: 16)
                }
                return SipKey(low: half(0), high: half(1))
            }
            (low, high, places) = (derived(0), derived(1), derived(2))
        }

        /// `of files`: nothing else that is hashed under the key has these 16 bytes and 2-4 rounds.
        private static let purpose: UInt64 = 0x7365_6C69_6620_666F
    }

    /// Where the parts of a file of a size are, in their order; none overlaps another.
    static func parts(ofSize size: Int64, _ keys: Keys) -> [Range<Int64>] {
        guard size > digestedBytes else { return size > 0 ? [0..<size] : [] }
        let between = size - 2 * endBytes
        let middle = (0..<middleParts).map { number in
            // The room of the part, and where in it the part begins.
            let start = endBytes + share(number, of: between)
            let choices = UInt64(endBytes + share(number + 1, of: between) - start - middleBytes + 1)
            var hasher = SipHash(key: keys.places, compressionRounds: 2, finalizationRounds: 4)
            hasher.compress(UInt64(bitPattern: size))
            hasher.compress(UInt64(number))
            let begin = start + Int64(hasher.finish(lastWord: 0, length: 16) % choices)
            return begin..<begin + middleBytes
        }
        return [0..<endBytes] + middle + [size - endBytes..<size]
    }

    /// So many sixteenths of a number of bytes.
    private static func share(_ number: Int64, of bytes: Int64) -> Int64 {
        bytes / middleParts * number + bytes % middleParts * number / middleParts
    }
}

extension FileDigest {
    /// The digest of a file of which any part can be had.
    ///
    /// - Parameter read: Fills a buffer with the bytes from a place on; false where the file does not have them.
    /// - Returns: Nil where `read` says no.
    init?(
        ofSize size: Int64, _ keys: Keys, read: (_ buffer: UnsafeMutableRawBufferPointer, _ from: Int64) -> Bool
    ) {
        var low = SipHash(key: keys.low, compressionRounds: 2, finalizationRounds: 4)
        var high = SipHash(key: keys.high, compressionRounds: 2, finalizationRounds: 4)
        low.compress(UInt64(bitPattern: size))
        high.compress(UInt64(bitPattern: size))
        let parts = FileDigest.parts(ofSize: size, keys)
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: parts.map(\.count).max() ?? 0, alignment: 64)
        defer { buffer.deallocate() }
        var length = 8
        for part in parts {
            let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<part.count])
            guard read(bytes, part.lowerBound) else { return nil }
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { continue }
            let view = ByteView(base: base, count: bytes.count)
            low.compress(low.absorbWholeWords(view))
            high.compress(high.absorbWholeWords(view))
            length += (bytes.count / 8 + 1) * 8
        }
        self.init(low: low.finish(lastWord: 0, length: length), high: high.finish(lastWord: 0, length: length))
    }
}
