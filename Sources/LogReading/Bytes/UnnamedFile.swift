import Glibc

/// A file without a name in `TMPDIR` (or /tmp), gone with its descriptor: for bytes that are needed once more.
enum UnnamedFile {
    static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    /// Its descriptor, or a negative number where it cannot be made; `errno` says why.
    static func make() -> CInt {
        var path = Array("\(folder)/accessrank-XXXXXX".utf8CString)
        let file = mkstemp(&path)
        if file >= 0 { unlink(path) }
        return file
    }
}
