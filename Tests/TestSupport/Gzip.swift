import CZlib

/// Makes gzip files piece by piece (RFC 1952), so that tests can put any byte where they want it.
public enum Gzip {
    /// The fields of a member's header that may be there or not.
    public struct Header: Sendable {
        public var extra: [UInt8]?
        public var name: [UInt8]?
        public var comment: [UInt8]?
        public var hasChecksum: Bool
        /// Seconds since 1970, or 0 for none.
        public var modified: UInt32

        public init(
            extra: [UInt8]? = nil, name: [UInt8]? = nil, comment: [UInt8]? = nil, hasChecksum: Bool = false,
            modified: UInt32 = 0
        ) {
            self.extra = extra
            self.name = name
            self.comment = comment
            self.hasChecksum = hasChecksum
            self.modified = modified
        }

        /// Every field there is.
        public static let full = Header(
            extra: [1, 2, 3, 0, 0x1F, 0x8B, 7], name: Array("access.log".utf8), comment: Array("made up".utf8),
            hasChecksum: true, modified: 1_772_000_000)

        /// The header's bytes.
        public var bytes: [UInt8] {
            var flags: UInt8 = 0
            if hasChecksum { flags |= 2 }
            if extra != nil { flags |= 4 }
            if name != nil { flags |= 8 }
            if comment != nil { flags |= 16 }
            // Signature, deflate, flags, time, no extra flags, Unix.
            var bytes = [0x1F, 0x8B, 8, flags] + Gzip.littleEndian(modified, bytes: 4) + [0, 3]
            if let extra { bytes += Gzip.littleEndian(UInt32(extra.count), bytes: 2) + extra }
            if let name { bytes += name + [0] }
            if let comment { bytes += comment + [0] }
            if hasChecksum { bytes += Gzip.littleEndian(Gzip.crc32(bytes), bytes: 2) }
            return bytes
        }
    }

    /// One member, whole.
    ///
    /// - Parameter level: 0 (stored) to 9.
    public static func member(_ content: [UInt8], header: Header = Header(), level: Int = 6) -> [UInt8] {
        header.bytes + deflated(content, level: level) + littleEndian(crc32(content), bytes: 4)
            + littleEndian(UInt32(truncatingIfNeeded: content.count), bytes: 4)
    }

    /// The content as one member after the other, cut at places that the generator chooses; some of them are empty.
    public static func members(_ content: [UInt8], upTo count: Int, using generator: inout SeededGenerator) -> [UInt8] {
        var cuts = (1..<max(count, 2)).map { _ in Int.random(in: 0...content.count, using: &generator) }
        if count < 2 { cuts = [] }
        let bounds = [0] + cuts.sorted() + [content.count]
        return zip(bounds, bounds.dropFirst()).flatMap { start, end in
            member(
                Array(content[start..<end]), header: Bool.random(using: &generator) ? .full : Header(),
                level: [0, 1, 6, 9].randomElement(using: &generator) ?? 6)
        }
    }

    public static func crc32(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(CZlib.crc32_z(0, $0.baseAddress, $0.count)) }
    }

    /// A raw deflate stream (RFC 1951).
    private static func deflated(_ content: [UInt8], level: Int) -> [UInt8] {
        var stream = z_stream()
        let started = deflateInit2_(
            &stream, CInt(level), Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            CInt(MemoryLayout<z_stream>.size))
        precondition(started == Z_OK, "zlib does not start")
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
        var input = content
        let written = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                let result = deflate(&stream, Z_FINISH)
                precondition(result == Z_STREAM_END, "deflateBound is a bound")
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(output[..<written])
    }

    private static func littleEndian(_ value: UInt32, bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }
}
