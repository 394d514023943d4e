/// One line's fields, as far as counting needs them. The views are valid until the block of lines ends.
public struct LoggedRequest {
    /// The client as logged: an address or a name.
    public var client: ByteView
    /// Seconds since 1970 UTC.
    public var second: UInt32
    public var request: Request
    /// Three digits, 0 ... 999.
    public var status: Int
    /// The agent between its quotes, escapes not yet undone; nil where the line has no such field.
    public var rawAgent: ByteView?

    public enum Request {
        /// `GET`, with the bytes of its target, and how many of them come before the first `?`.
        case get(target: ByteView, bytesBeforeQuery: Int)
        case otherMethod
        /// Not `METHOD SP target [SP HTTP/d[.d]]`.
        case bad
    }

    /// Whether the line has a referrer and an agent.
    public var isCombined: Bool { rawAgent != nil }
}
