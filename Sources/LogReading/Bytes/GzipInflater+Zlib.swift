import CZlib

#if !canImport(CISAL) || ZLIB_ONLY
    typealias FastestInflater = ZlibInflater
#endif

/// zlib's inflate, where ISA-L is not installed; also the second opinion in tests.
final class ZlibInflater: GzipInflater {
    private let stream: UnsafeMutablePointer<z_stream>

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let result = inflateInit2_(
            stream, ZlibInflater.gzipOnly, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        precondition(result == Z_OK, "zlib cannot start: out of memory, or another version than it was built with")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Window of 2^15 bytes, plus 16: a gzip header is expected.
    private static let gzipOnly: CInt = 15 + 16

    func beginMember() {
        inflateReset(stream)
    }

    func step(
        from input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(LogReadError.Damage) -> InflateStep {
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(output.count)
        let result = inflate(stream, Z_NO_FLUSH)
        let taken = input.count - Int(stream.pointee.avail_in)
        let given = output.count - Int(stream.pointee.avail_out)
        switch result {
        case Z_STREAM_END: return InflateStep(taken: taken, given: given, endsMember: true)
        case Z_OK, Z_BUF_ERROR: return InflateStep(taken: taken, given: given, endsMember: false)
        case Z_DATA_ERROR where trailerIsWrong: throw .wrongChecksum
        default: throw .invalidData
        }
    }

    var inputLeft: Int { Int(stream.pointee.avail_in) }

    var checksum: UInt32 { UInt32(truncatingIfNeeded: stream.pointee.adler) }

    /// zlib tells a wrong trailer from bad data only by its message.
    private var trailerIsWrong: Bool {
        guard let message = stream.pointee.msg.map({ String(cString: $0) }) else { return false }
        return message == "incorrect data check" || message == "incorrect length check"
    }
}
