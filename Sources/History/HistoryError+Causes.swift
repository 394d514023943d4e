import GRDB
import Glibc
import LogReading

extension HistoryError {
    /// A system call that failed.
    ///
    /// - Parameters:
    ///   - action: What was tried: `be opened`.
    ///   - code: The call's `errno`.
    init(_ path: String, cannot action: String, code: CInt) {
        let kind = Kind(code: code)
        self.init(kind: kind, message: "\(path): cannot \(action) (\(systemMessage(code))); \(kind.remedy)")
    }

    /// A call of SQLite's that failed.
    init(_ error: DatabaseError, _ file: HistoryFile) {
        let kind = Kind(error, file)
        if kind == .busy, let busy = HistoryLock.busyElsewhere(file) {
            self = busy
            return
        }
        self.init(kind: kind, message: "\(file.shown): \(Kind.reason(error)); \(kind.remedy)")
    }

    /// The file is somebody else's, or cannot be taken for what it is.
    init(unusable path: String, _ reason: String, remedy: String) {
        self.init(kind: .unusable, message: "\(path): \(reason); \(remedy)")
    }

    /// Bytes in the history that no version of accessrank has written.
    ///
    /// - Parameter place: The table, and the day and source of the row.
    init(damaged place: String, _ reason: String, in path: String) {
        self.init(
            unusable: path, "is damaged (\(place): \(reason))",
            remedy: "put back a good copy, or move it away and count the logs again")
    }
}

extension HistoryError.Kind {
    init(code: CInt) {
        switch code {
        case EACCES, EPERM, EROFS: self = .permission
        case ENOENT, ENOTDIR, EISDIR, EEXIST, ENAMETOOLONG, ELOOP, EINVAL: self = .cannotCreate
        default: self = .io
        }
    }

    init(_ error: DatabaseError, _ file: HistoryFile) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED: self = .io
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .permission
        // SQLite does not say why: the journal needs a folder that may be written.
        case .SQLITE_CANTOPEN: self = file.mayBeWritten ? .cannotCreate : .permission
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_INTERRUPT, .SQLITE_ABORT, .SQLITE_PROTOCOL: self = .io
        default: self = .unusable
        }
    }

    /// What SQLite says, told so that it can be understood without knowing SQLite.
    fileprivate static func reason(_ error: DatabaseError) -> String {
        // A piece of a damaged schema may be in it, with its line ends.
        let words = error.message?.split(whereSeparator: \.isNewline).joined(separator: " ") ?? "no reason is known"
        return switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: "another program is using it"
        case .SQLITE_FULL: "there is no room left for it on the disk"
        case .SQLITE_IOERR: "cannot be read or written (\(words), SQLite \(error.extendedResultCode.rawValue))"
        case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED:
            "was moved or deleted while it was in use"
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: "may not be written (\(words))"
        case .SQLITE_CANTOPEN: "cannot be opened (\(words))"
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: "is damaged (\(words))"
        default: "cannot be used (\(words))"
        }
    }

    var remedy: String {
        switch self {
        case .unusable: "put back a good copy, or move it away and count the logs again"
        case .busy: "nothing was changed; run again when it is done"
        case .io: "make room or check the disk and run again; what the history held before is not lost"
        case .cannotCreate: "name another file, or clear the way"
        case .permission: "let the user who runs this read and write it and its folder, or name another file"
        }
    }
}
