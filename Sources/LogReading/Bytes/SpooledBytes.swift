import Glibc

/// Bytes put aside, however many: in memory up to 64 KiB, beyond that in an `UnnamedFile`.
public final class SpooledBytes: @unchecked Sendable {
    // @unchecked: used by one thread at a time; the worker that fills it hands it over.

    /// What went wrong; what is appended after it is lost.
    public private(set) var failure: LogReadError?
    /// Whose bytes they are, for messages.
    private let name: String
    private var buffer: [UInt8] = []
    private var file: CInt = -1
    private var bytesInFile: Int64 = 0

    private static let bufferBytes = 65_536

    public init(name: String) {
        self.name = name
    }

    deinit {
        if file >= 0 { close(file) }
    }

    public var count: Int64 { bytesInFile + Int64(buffer.count) }

    public func append(_ bytes: ByteView) {
        buffer.append(contentsOf: UnsafeBufferPointer(start: bytes.base, count: bytes.count))
        if buffer.count > SpooledBytes.bufferBytes { flush() }
    }

    public func append(_ byte: UInt8) { buffer.append(byte) }

    /// Takes back what was appended last.
    ///
    /// - Precondition: So many bytes were appended.
    public func truncate(to length: Int64) {
        precondition(length >= 0 && length <= count, "bytes that were never put aside cannot be taken back")
        if length >= bytesInFile {
            buffer.removeLast(Int(count - length))
        } else {
            buffer.removeAll(keepingCapacity: true)
            bytesInFile = length
        }
    }

    /// Gives all bytes, a piece at a time, and as often as it is asked.
    ///
    /// - Throws: `.io` where they could not be kept or read again, or what `body` throws.
    public func forEachPiece<Failure: Error>(
        or failed: (LogReadError) -> Failure, _ body: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        if let failure { throw failed(failure) }
        var offset: Int64 = 0
        var piece = [UInt8](repeating: 0, count: SpooledBytes.bufferBytes)
        while offset < bytesInFile {
            let wanted = Int(min(Int64(piece.count), bytesInFile - offset))
            let count = piece.withUnsafeMutableBytes { pread(file, $0.baseAddress, wanted, off_t(offset)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw failed(.io(name: name, offset: offset, reason: "what was put aside: \(systemMessage(errno))"))
            }
            try body(Array(piece[..<count]))
            offset += Int64(count)
        }
        if !buffer.isEmpty { try body(buffer) }
    }

    private func flush() {
        guard failure == nil else { return buffer.removeAll(keepingCapacity: true) }
        if file < 0 {
            file = UnnamedFile.make()
            if file < 0 { fail() }
        }
        var start = 0
        while failure == nil, start < buffer.count {
            let count = buffer.withUnsafeBytes {
                pwrite(file, $0.baseAddress.map { $0 + start }, $0.count - start, off_t(bytesInFile))
            }
            if count > 0 {
                start += count
                bytesInFile += Int64(count)
            } else if count == 0 || errno != EINTR {
                fail()
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func fail() {
        failure = .io(
            name: name, offset: bytesInFile,
            reason: "lines of it cannot be kept in \(UnnamedFile.folder): \(systemMessage(errno))")
    }
}
