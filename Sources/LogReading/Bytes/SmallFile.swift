import Glibc

/// A file that is small enough to be held whole: a setting, a list.
public enum SmallFile {
    /// Why a file cannot be had, as the rest of a sentence that begins with its name.
    public struct Trouble: Error, Hashable, Sendable {
        public let problem: String
        /// Whether no file of the name is there.
        public let isMissing: Bool
    }

    /// The bytes of a file, from wherever its name leads: a pipe is read to its end.
    ///
    /// - Parameter maximumBytes: A longer file is refused.
    public static func bytes(ofFile path: String, maximumBytes: Int) throws(Trouble) -> [UInt8] {
        guard !path.utf8.contains(0) else {
            throw Trouble(problem: "cannot be opened (a NUL in its name)", isMissing: false)
        }
        guard let file = fopen(path, "rbe") else {
            let code = errno
            throw Trouble(problem: "cannot be opened (\(systemMessage(code)))", isMissing: code == ENOENT)
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: pieceBytes)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            if ferror(file) != 0 {
                throw Trouble(problem: "cannot be read (\(systemMessage(errno)))", isMissing: false)
            }
            bytes += piece.prefix(count)
            guard bytes.count <= maximumBytes else {
                throw Trouble(problem: "is longer than \(maximumBytes) bytes", isMissing: false)
            }
            if count < piece.count { return bytes }
        }
    }

    private static let pieceBytes = 1 << 16
}
