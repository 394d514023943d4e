import Glibc
import LogReading

/// Why reports could not be written: what was tried, where, what the system said, and what to do.
public struct ReportError: Error, Hashable, Sendable {
    /// What kind of trouble it is; the command's exit status follows from it.
    public enum Kind: Hashable, Sendable {
        /// Something is in the way, or the place does not exist (73).
        case cannotCreate
        /// The device failed or is full (74).
        case io
        /// The user may not write there (77).
        case permission
        /// Another run is writing there (75).
        case busy
    }

    public let kind: Kind
    public let path: String
    /// What was tried and what the system said: `cannot write: No space left on device`.
    public let reason: String
    /// What to do about it, as a sentence without a full stop.
    public let remedy: String

    init(kind: Kind, path: String, reason: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    /// A call that failed.
    ///
    /// - Parameters:
    ///   - action: What was tried: `write`.
    ///   - code: The call's `errno`.
    init(cannot action: String, _ path: String, code: CInt) {
        let kind = Kind(code: code)
        self.init(
            kind: kind, path: path, reason: "cannot \(action): \(systemMessage(code))",
            remedy: kind.remedy)
    }

    /// What is to be written could not be had.
    ///
    /// - Parameter trouble: One sentence that says where it was to come from.
    public init(source trouble: String, of path: String) {
        self.init(kind: .io, path: path, reason: "cannot be written (\(trouble))", remedy: Kind.io.remedy)
    }

    /// The same trouble, told of the place that the user knows and not of the hidden name that was written first.
    func about(_ path: String) -> ReportError {
        ReportError(kind: kind, path: path, reason: reason, remedy: remedy)
    }

    /// Another run holds the folder's lock.
    init(busy path: String) {
        self.init(
            kind: .busy, path: path, reason: "another run is writing there",
            remedy: Kind.busy.remedy)
    }

    /// Something stands where a report belongs, and is not ours to delete.
    init(inTheWay path: String, of expected: String) {
        self.init(
            kind: .cannotCreate, path: path, reason: "is not \(expected), so it is left alone",
            remedy: "move it away and run again")
    }
}

extension ReportError: CustomStringConvertible {
    /// `reports/2026-03-02: cannot write: No space left on device; ...`: path, reason, remedy.
    public var description: String { "\(path): \(reason); \(remedy)" }
}

extension ReportError.Kind {
    init(code: CInt) {
        switch code {
        case EACCES, EPERM, EROFS: self = .permission
        case ENOENT, ENOTDIR, EISDIR, EEXIST, ENOTEMPTY, ENAMETOOLONG, ELOOP, EINVAL, EXDEV, EBUSY, EMLINK:
            self = .cannotCreate
        default: self = .io
        }
    }

    fileprivate var remedy: String {
        switch self {
        case .cannotCreate: "name another folder, or clear the way; no report is half written"
        case .io: "make room or check the disk and run again; no report is half written"
        case .busy: "nothing was written; run again when it is done"
        case .permission: "let the user who runs this write there, or name another folder; no report is half written"
        }
    }
}
