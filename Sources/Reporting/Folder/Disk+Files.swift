import CGlibc
import Glibc

extension Disk {
    /// Writes a new file, all of it, and has the device take it; false where its name is taken.
    static func write(_ bytes: [UInt8], to path: String) throws(ReportError) -> Bool {
        try write({ put throws(ReportError) in try put(bytes) }, to: path, mode: fileMode)
    }

    /// The same of bytes that come in pieces.
    static func write(
        _ pieces: OutputFile.Pieces, to path: String, mode: mode_t
    ) throws(ReportError) -> Bool {
        guard let file = try makeFile(path, mode: mode) else { return false }
        do throws(ReportError) {
            try pieces { piece throws(ReportError) in try write(piece, to: file, of: path) }
        } catch {
            close(file)
            throw error
        }
        try settle(file, of: path)
        return true
    }

    /// Writes new files into a folder, all of them, and has the device take them together.
    ///
    /// It begins with each as soon as that is written, and is asked in the end whether it has them: the files of a day take it half
    /// as long as one after the other.
    static func write(_ files: [ReportFile], into folder: String) throws(ReportError) {
        var written: [(file: CInt, path: String)] = []
        defer { for (file, _) in written { close(file) } }
        for new in files {
            let path = "\(folder)/\(new.name)"
            guard let file = try makeFile(path, mode: fileMode) else {
                throw ReportError(cannot: "make the file", new.name, code: EEXIST)
            }
            written.append((file, path))
            try write(new.bytes, to: file, of: path)
            cglibc_begin_writing(file)
        }
        while !written.isEmpty {
            let (file, path) = written.removeFirst()
            try settle(file, of: path)
        }
    }

    /// Nil where the name is taken.
    private static func makeFile(_ path: String, mode: mode_t) throws(ReportError) -> CInt? {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        if file >= 0 { return file }
        if errno == EEXIST { return nil }
        throw ReportError(cannot: "make the file", path, code: errno)
    }

    private static func write(_ bytes: [UInt8], to file: CInt, of path: String) throws(ReportError) {
        let code = writeAll(bytes) { Glibc.write(file, $0.baseAddress, $0.count) }
        if code != 0 { throw ReportError(cannot: "write", path, code: code) }
    }

    /// Has the device take a file, and closes it.
    private static func settle(_ file: CInt, of path: String) throws(ReportError) {
        var code = sync(file)
        // Interrupted or not, Linux has closed it.
        if close(file) != 0, errno != EINTR, code == 0 { code = errno }
        if code != 0 { throw ReportError(cannot: "write", path, code: code) }
    }

    /// The bytes of a file; nil where there is none, or none that can be read.
    static func read(_ path: String) -> [UInt8]? { try? contents(of: path) }

    /// The bytes of a regular file; a link is not followed.
    static func contents(of path: String) throws(ReportError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw ReportError(cannot: "read", path, code: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw ReportError(cannot: "read", path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw ReportError(inTheWay: path, of: "a file") }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var buffer = [UInt8](repeating: 0, count: readLength)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes += buffer[..<count]
            } else if count == 0 {
                return bytes
            } else if errno != EINTR {
                throw ReportError(cannot: "read", path, code: errno)
            }
        }
    }

    /// Has the device take the names in a folder.
    static func sync(folder path: String) throws(ReportError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw ReportError(cannot: "open the folder", path, code: errno) }
        let code = sync(folder)
        close(folder)
        // Some file systems cannot sync a folder, and say so.
        if code != 0, code != EINVAL, code != ENOTSUP { throw ReportError(cannot: "write", path, code: code) }
    }

    /// 0 or the `errno`; a signal is no error.
    private static func sync(_ file: CInt) -> CInt {
        while fsync(file) != 0 {
            if errno != EINTR { return errno }
        }
        return 0
    }

    /// Writes until nothing is left, past short writes and signals; 0 or the `errno`.
    ///
    /// - Parameter write: Takes what it can, and returns how many bytes that was; -1 with `errno` set.
    static func writeAll(_ bytes: [UInt8], by write: (UnsafeRawBufferPointer) -> Int) -> CInt {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = write(UnsafeRawBufferPointer(rebasing: rest))
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if count == 0 {
                    return EIO
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
    }

    private static let readLength = 65_536
}
