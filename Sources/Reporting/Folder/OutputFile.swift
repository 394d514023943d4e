import Glibc

/// A single file of output that appears whole or not at all.
public enum OutputFile {
    /// Writes the file; one that was there is replaced in one step.
    ///
    /// Through a link, and into what is no regular file (a pipe, a device), the bytes are written as they are.
    public static func write(_ bytes: [UInt8], to path: String) throws(ReportError) {
        switch try Disk.kind(of: path) {
        case .folder: throw ReportError(inTheWay: path, of: "a file")
        case .link, .other: return try overwrite(path, with: bytes)
        case .nothing, .file: break
        }
        let new = "\(path).tmp-\(getpid())"
        do throws(ReportError) {
            guard try Disk.write(bytes, to: new) else { throw ReportError(cannot: "make the file", new, code: EEXIST) }
            defer { Disk.remove(new) }
            try Disk.rename(new, to: path)
        } catch {
            throw error.about(path)
        }
    }

    /// Writes a file that only its owner may read, piece by piece, so that it can be larger than memory.
    ///
    /// One that was there is replaced in one step, and where something fails it stays; links and pipes as in `write`.
    ///
    /// - Parameter pieces: Hands each piece to what it is given.
    public static func writePrivately(
        to path: String, _ pieces: (_ put: ([UInt8]) throws(ReportError) -> Void) throws(ReportError) -> Void
    ) throws(ReportError) {
        switch try Disk.kind(of: path) {
        case .folder: throw ReportError(inTheWay: path, of: "a file")
        case .link, .other:
            let file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
            guard file >= 0 else { throw ReportError(cannot: "open", path, code: errno) }
            defer { close(file) }
            return try pieces { piece throws(ReportError) in try write(piece, to: file, named: path) }
        case .nothing, .file: break
        }
        let new = "\(path).tmp-\(getpid())"
        if try Disk.kind(of: new) != .nothing {
            throw ReportError(cannot: "make the file", new, code: EEXIST).about(path)
        }
        // Half a file is of no use to anybody.
        defer { Disk.remove(new) }
        do throws(ReportError) {
            _ = try Disk.write(pieces, to: new, mode: privateMode)
            try Disk.rename(new, to: path)
        } catch {
            throw error.about(path)
        }
    }

    private static let privateMode: mode_t = 0o600

    /// Writes to standard output.
    public static func writeToStandardOutput(_ bytes: [UInt8]) throws(ReportError) {
        try write(bytes, to: STDOUT_FILENO, named: "standard output")
    }

    private static func overwrite(_ path: String, with bytes: [UInt8]) throws(ReportError) {
        let file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
        guard file >= 0 else { throw ReportError(cannot: "open", path, code: errno) }
        defer { close(file) }
        try write(bytes, to: file, named: path)
    }

    private static func write(_ bytes: [UInt8], to file: CInt, named name: String) throws(ReportError) {
        let code = Disk.writeAll(bytes) { Glibc.write(file, $0.baseAddress, $0.count) }
        if code != 0 { throw ReportError(cannot: "write", name, code: code) }
    }
}
