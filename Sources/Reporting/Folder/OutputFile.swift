import Glibc

/// A single file of output that appears whole or not at all.
public enum OutputFile {
    /// Bytes that come one piece after the other: hands each to what it is given.
    public typealias Pieces = (_ put: ([UInt8]) throws(ReportError) -> Void) throws(ReportError) -> Void

    /// Writes the file; one that was there is replaced in one step, and where something fails it stays.
    ///
    /// Through a link, and into what is no regular file (a pipe, a device), the bytes are written as they are.
    public static func write(_ bytes: [UInt8], to path: String) throws(ReportError) {
        try write({ put throws(ReportError) in try put(bytes) }, to: path, mode: Disk.fileMode)
    }

    /// The same of a file that only its owner may read, and that can be larger than memory.
    public static func writePrivately(to path: String, _ pieces: Pieces) throws(ReportError) {
        try write(pieces, to: path, mode: privateMode)
    }

    private static func write(_ pieces: Pieces, to path: String, mode: mode_t) throws(ReportError) {
        switch try Disk.kind(of: path) {
        case .folder: throw ReportError(inTheWay: path, of: "a file")
        case .link, .other: return try overwrite(path, with: pieces)
        case .nothing, .file: break
        }
        let new = "\(path).tmp-\(getpid())"
        do throws(ReportError) {
            let isTaken = try Disk.kind(of: new) != .nothing
            // Half a file is of no use to anybody; somebody else's stays.
            defer { if !isTaken { Disk.remove(new) } }
            guard !isTaken, try Disk.write(pieces, to: new, mode: mode) else {
                throw ReportError(cannot: "make the file", new, code: EEXIST)
            }
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

    private static func overwrite(_ path: String, with pieces: Pieces) throws(ReportError) {
        let file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
        guard file >= 0 else { throw ReportError(cannot: "open", path, code: errno) }
        defer { close(file) }
        try pieces { piece throws(ReportError) in try write(piece, to: file, named: path) }
    }

    private static func write(_ bytes: [UInt8], to file: CInt, named name: String) throws(ReportError) {
        let code = Disk.writeAll(bytes) { Glibc.write(file, $0.baseAddress, $0.count) }
        if code != 0 { throw ReportError(cannot: "write", name, code: code) }
    }
}
