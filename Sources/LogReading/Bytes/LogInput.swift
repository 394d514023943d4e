import Glibc
import Synchronization

/// An opened log: a file, a pipe or standard input, with its first bytes looked at and not yet consumed.
///
/// Opening finds out everything that can be said before anything is counted: whether the log is there, readable, and
/// gzip or plain by its first bytes. Its name says nothing.
public final class LogInput: @unchecked Sendable {
    // @unchecked: used by one thread at a time; the run hands an input to the worker that reads it.

    /// As the user gave it; `-` is standard input.
    public let name: String
    /// Bytes on disk, or nil where that cannot be known (a pipe).
    public let sizeInBytes: Int64?
    /// Whether it can be read a second time from the start.
    public let isRewindable: Bool
    private let descriptor: CInt
    /// Of a regular file, standard input too, when it was opened; nil for a pipe and what was kept of one.
    let stamp: FileStamp?
    private var head: [UInt8] = []
    /// Bytes of the file handed out so far; may be asked for by any thread.
    public private(set) var offset: Int64 {
        get { reached.load(ordering: .relaxed) }
        set { reached.store(newValue, ordering: .relaxed) }
    }
    private let reached = Atomic<Int64>(0)

    /// The name that stands for standard input.
    public static let standardInputName = "-"

    /// Opens `path`, or standard input for `-`.
    ///
    /// - Throws: `LogReadError.unopenable`, `.otherCompression`, or `.io` where its first bytes cannot be read.
    public init(opening path: String) throws(LogReadError) {
        name = path
        if path == LogInput.standardInputName {
            descriptor = dup(STDIN_FILENO)
        } else {
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
        }
        guard descriptor >= 0 else { throw .unopenable(name: path, reason: systemMessage(errno)) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .unopenable(name: path, reason: systemMessage(errno))
        }
        let kind = status.st_mode & S_IFMT
        let start = lseek(descriptor, 0, SEEK_CUR)
        isRewindable = kind == S_IFREG && start == 0
        sizeInBytes = kind == S_IFREG ? Int64(status.st_size) : nil
        stamp = kind == S_IFREG ? FileStamp(status) : nil
        if kind == S_IFDIR {
            throw .unopenable(name: path, reason: "is a folder; name the files in it")
        }
        head = try readHead()
        for compression in LogReadError.Compression.allCases where compression.isFound(in: head) {
            throw .otherCompression(name: path, compression)
        }
    }

    private init(name: String, descriptor: CInt, size: Int64, head: [UInt8]) {
        self.name = name
        self.descriptor = descriptor
        self.head = head
        sizeInBytes = size
        isRewindable = true
        // Nobody else has this file.
        stamp = nil
    }

    deinit {
        close(descriptor)
    }

    /// The same bytes from a file without a name in `TMPDIR` (or /tmp), so that they can be read more than once.
    ///
    /// - Throws: `.io` where they cannot be read or written.
    public func spooled() throws(LogReadError) -> LogInput {
        let file = UnnamedFile.make()
        guard file >= 0 else { throw spoolFailure() }
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: LogInput.copyBytes, alignment: 64)
        defer { copy.deallocate() }
        while true {
            let count = try read(into: copy)
            if count == 0 { break }
            var written = 0
            while written < count {
                let more = write(file, copy.baseAddress.map { $0 + written }, count - written)
                if more < 0, errno != EINTR {
                    let failure = spoolFailure()
                    close(file)
                    throw failure
                }
                written += max(more, 0)
            }
        }
        lseek(file, off_t(head.count), SEEK_SET)
        return LogInput(name: name, descriptor: file, size: offset, head: head)
    }

    private func spoolFailure() -> LogReadError {
        .io(name: name, offset: offset, reason: "cannot be kept in \(UnnamedFile.folder): \(systemMessage(errno))")
    }

    private static let copyBytes = 262_144

    /// Whether the first bytes are a gzip member's: `1f 8b`.
    public var isGzip: Bool { head.starts(with: LogInput.gzipSignature) }

    static let gzipSignature: [UInt8] = [0x1F, 0x8B]
    /// More than the longest signature.
    private static let headBytes = 16

    /// Fills as much of `buffer` as one system call gives; 0 only at the end of the input.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(LogReadError) -> Int {
        if offset < head.count {
            let rest = head[Int(offset)...].prefix(buffer.count)
            buffer.copyBytes(from: rest)
            offset += Int64(rest.count)
            return rest.count
        }
        let count = try readOnce(into: buffer)
        offset += Int64(count)
        return count
    }

    /// Back to the first byte.
    ///
    /// - Precondition: `isRewindable`.
    public func rewind() throws(LogReadError) {
        precondition(isRewindable, "only a regular file that was read from its start can be read again")
        guard lseek(descriptor, off_t(head.count), SEEK_SET) >= 0 else {
            throw .io(name: name, offset: offset, reason: systemMessage(errno))
        }
        offset = 0
    }

    /// Throws if this is a regular file that has changed since it was opened.
    ///
    /// - Throws: `.changed`, or `.io` where the system does not tell.
    public func checkUnchanged() throws(LogReadError) {
        guard let stamp else { return }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .io(name: name, offset: offset, reason: systemMessage(errno))
        }
        guard FileStamp(status) == stamp else { throw .changed(name: name) }
    }

    /// What is known again of a file that has a name; nil for standard input, whatever it is.
    var namedStamp: FileStamp? { name == LogInput.standardInputName ? nil : stamp }

    /// The digest of a file, whatever has been read of it; nil where it is no regular file, has changed or cannot be read.
    func digest(_ keys: FileDigest.Keys) -> FileDigest? {
        guard let stamp else { return nil }
        let digest = FileDigest(ofSize: stamp.size, keys) { buffer, start in
            var count = 0
            while count < buffer.count {
                let more = pread(
                    descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count,
                    off_t(start) + off_t(count))
                if more == 0 || more < 0 && errno != EINTR { return false }
                count += max(more, 0)
            }
            return true
        }
        // What was written in between would be in none of the parts, or in some.
        guard (try? checkUnchanged()) != nil else { return nil }
        return digest
    }

    private func readHead() throws(LogReadError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: LogInput.headBytes, alignment: 1)
        defer { buffer.deallocate() }
        var count = 0
        while count < buffer.count {
            let more = try readOnce(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            if more == 0 { break }
            count += more
        }
        return Array(buffer[..<count])
    }

    private func readOnce(into buffer: UnsafeMutableRawBufferPointer) throws(LogReadError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw .io(name: name, offset: offset, reason: systemMessage(errno)) }
        }
    }
}
