import Glibc

/// The history's file as it is before SQLite may touch it.
///
/// SQLite takes any file of the right form for its own and repairs it by the journal beside it. A stranger's database is
/// left alone only by somebody who looks first.
struct HistoryFile {
    /// The path as the user gave it, for messages.
    let shown: String
    /// Absolute and without links, so that the lock beside it is one and the same under every name.
    let path: String

    /// What is found in it.
    enum Content: Equatable {
        case missing
        /// Nothing yet: a run ended while it made the file.
        case nothing
        /// A history, and the version of its schema; 0: its tables have not been made yet.
        case history(version: UInt32)
    }

    init(_ shown: String) throws(HistoryError) {
        self.shown = shown
        if let found = HistoryFile.resolved(shown) {
            path = found
            return
        }
        guard errno == ENOENT else { throw HistoryError(shown, cannot: "be opened", code: errno) }
        var status = stat()
        if lstat(shown, &status) == 0 {
            // Another run may have made the file just now.
            if let found = HistoryFile.resolved(shown) {
                path = found
                return
            }
            throw HistoryError(
                kind: .cannotCreate,
                message: "\(shown): is a link that leads nowhere; \(HistoryError.Kind.cannotCreate.remedy)")
        }
        let (folder, name) = HistoryFile.split(shown)
        guard let resolvedFolder = HistoryFile.resolved(folder) else {
            let code = errno
            throw HistoryError(
                kind: HistoryError.Kind(code: code),
                message: code == ENOENT
                    ? "\(shown): the folder \(folder) does not exist; make it, or name another file"
                    : HistoryError(shown, cannot: "be made", code: code).message)
        }
        guard !name.isEmpty, name != ".", name != ".." else {
            throw HistoryError(shown, cannot: "be made", code: EISDIR)
        }
        path = (resolvedFolder == "/" ? "" : resolvedFolder) + "/" + name
    }

    /// Looks at the first bytes, without a lock and without SQLite.
    ///
    /// - Throws: `.unusable` for a file that is no history, or one of a newer version.
    func content() throws(HistoryError) -> Content {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return .missing }
            throw HistoryError(shown, cannot: "be opened", code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw HistoryError(unusable: shown, "is not a file", remedy: "name another one")
        }
        let header = try header()
        if header.isEmpty { return .nothing }
        // A machine that lost its power while the file was made: SQLite will roll it back to nothing.
        if header.allSatisfy({ $0 == 0 }), hasJournal { return .nothing }
        guard header.count == HistoryFile.headerBytes, header.starts(with: HistoryFile.magic) else {
            throw HistoryError(
                unusable: shown, "is not a history of accessrank, nor any SQLite database", remedy: leftAlone)
        }
        guard HistoryFile.bigEndian(header[HistoryFile.applicationIDOffset...]) == Schema.applicationID else {
            throw HistoryError(unusable: shown, "is another program's SQLite database", remedy: leftAlone)
        }
        let version = HistoryFile.bigEndian(header[HistoryFile.userVersionOffset...])
        guard version <= Schema.version else {
            throw HistoryError(
                unusable: shown,
                "was written by a newer accessrank (schema \(version); this one knows up to \(Schema.version))",
                remedy: "use that version, or name another file")
        }
        return .history(version: version)
    }

    /// Makes the file, with nothing in it, or takes one with nothing in it over; only the user may read it from then on.
    func create() throws(HistoryError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, HistoryFile.mode)
        guard descriptor >= 0 else { throw HistoryError(shown, cannot: "be made", code: errno) }
        defer { close(descriptor) }
        guard fchmod(descriptor, HistoryFile.mode) == 0 else {
            throw HistoryError(shown, cannot: "be made private", code: errno)
        }
    }

    /// Whether the file and its folder may be written, as far as rights go.
    var mayBeWritten: Bool {
        func may(_ path: String, _ rights: CInt) -> Bool { faccessat(AT_FDCWD, path, rights, AT_EACCESS) == 0 }
        return may(HistoryFile.split(path).folder, W_OK | X_OK) && (may(path, W_OK) || errno == ENOENT)
    }

    /// Only the user: who read what is in there, if not by name.
    static let mode: mode_t = 0o600

    private var leftAlone: String { "it is left alone; name another file" }

    private var hasJournal: Bool {
        var status = stat()
        return stat(path + "-journal", &status) == 0 && status.st_size > 0
    }

    private func header() throws(HistoryError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw HistoryError(shown, cannot: "be opened", code: errno) }
        defer { close(descriptor) }
        var code: CInt = 0
        let header = [UInt8](unsafeUninitializedCapacity: HistoryFile.headerBytes) { buffer, count in
            let bytes = pread(descriptor, buffer.baseAddress, buffer.count, 0)
            code = bytes < 0 ? errno : 0
            count = max(0, bytes)
        }
        guard code == 0 else { throw HistoryError(shown, cannot: "be read", code: code) }
        return header
    }

    // Source: "Database File Format" of SQLite, section 1.3.
    private static let headerBytes = 100
    private static let magic = Array("SQLite format 3".utf8) + [0]
    private static let userVersionOffset = 60
    private static let applicationIDOffset = 68

    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Nil, and `errno`, where nothing is found.
    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
        let name = String(path[path.utf8.index(after: slash)...])
        return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
    }
}
