/// Why a history cannot be used: one line that says what, where and what to do.
public struct HistoryError: Error, Hashable, Sendable {
    /// What kind of trouble it is; the command's exit status follows from it.
    public enum Kind: Hashable, Sendable {
        /// Not a history of accessrank, one of a newer version or of another zone, or a damaged one (78).
        case unusable
        /// Another run holds the lock, or reads for longer than anyone waits (75).
        case busy
        /// The device failed or is full (74).
        case io
        /// The place does not exist, or something is in the way (73).
        case cannotCreate
        /// The user may not read or write there (77).
        case permission
    }

    public let kind: Kind
    /// `old.sqlite: is not a history of accessrank; it is left alone; name another file`: where, what, what to do.
    public let message: String

    public init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }
}

extension HistoryError: CustomStringConvertible {
    public var description: String { message }
}
