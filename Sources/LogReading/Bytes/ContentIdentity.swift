import CZlib

#if canImport(CISAL) && !ZLIB_ONLY
    import CISAL
#endif

/// What tells one log's decompressed content from another's, whatever its name, packing or members.
///
/// Running CRC-32s at every 64 KiB of content, the length, and the bytes after the last whole block. The inflater
/// computes the CRC-32 anyway; for plain logs it is computed here.
public struct ContentIdentity: Hashable, Sendable {
    /// Bytes between two running checksums.
    public static let blockBytes = 65_536

    /// Decompressed bytes.
    public internal(set) var length: Int64 = 0
    /// CRC-32 of the first 64 KiB, 128 KiB, ... of the content.
    public internal(set) var blockChecksums: [UInt32] = []
    /// The first bytes, up to 256: nearly always enough to tell two logs apart.
    public internal(set) var head: [UInt8] = []
    /// The bytes after the last whole block; fewer than 65,536.
    public internal(set) var tail: [UInt8] = []

    static let headBytes = 256

    /// Whether another content is where this one begins, as far as lengths and checksums tell.
    public enum PrefixVerdict: Sendable {
        case no, yes
        /// All whole blocks agree; its tail has to be compared with this content's block of that place.
        case tailDecides
    }

    /// Whether `shorter`, which is not empty, is where this content begins, or all of it.
    public func prefixVerdict(of shorter: ContentIdentity) -> PrefixVerdict {
        guard shorter.length > 0, shorter.length <= length, head.starts(with: shorter.head),
            blockChecksums.starts(with: shorter.blockChecksums)
        else { return .no }
        if shorter.blockChecksums.count == blockChecksums.count {
            return tail.starts(with: shorter.tail) ? .yes : .no
        }
        return shorter.tail.isEmpty ? .yes : .tailDecides
    }
}

/// The running CRC-32 of a content that comes in pieces: bytes, or gzip members with CRC-32s of their own.
struct RunningChecksum {
    /// Of everything before the current member.
    private var base: UInt32 = 0
    private var memberBytes: Int64 = 0
    private var isFirstMember = true

    /// The checksum when the current member has given `memberChecksum` so far; of a member that has given nothing yet
    /// the checksum does not matter, and may still be the last one's.
    func value(memberChecksum: UInt32) -> UInt32 {
        if memberBytes == 0 { return base }
        if isFirstMember { return memberChecksum }
        return UInt32(crc32_combine(UInt(base), UInt(memberChecksum), Int(memberBytes)))
    }

    mutating func add(bytes: Int) {
        memberBytes += Int64(bytes)
    }

    mutating func endMember(checksum: UInt32) {
        base = value(memberChecksum: checksum)
        isFirstMember = false
        memberBytes = 0
    }

    /// CRC-32 of `bytes` behind content whose CRC-32 is `checksum`.
    static func extend(_ checksum: UInt32, with bytes: UnsafeRawBufferPointer) -> UInt32 {
        guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return checksum }
        #if canImport(CISAL) && !ZLIB_ONLY
            return crc32_gzip_refl(checksum, base, UInt64(bytes.count))
        #else
            return UInt32(crc32_z(UInt(checksum), base, bytes.count))
        #endif
    }
}
