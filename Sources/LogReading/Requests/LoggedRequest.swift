/// One line's fields, as far as counting needs them. The views are valid until the block of lines ends.
public struct LoggedRequest {
    // The small ones last: the whole has to stay below 128 bytes, beyond which copying it is a call.

    /// The client as logged: an address or a name; the server that asked, where a proxy stands in front.
    public var client: ByteView
    /// The agent; nil where the line has no such field.
    public var agent: ByteView?
    /// The host that was asked, with its port where one was logged; nil where the line has no such field.
    public var host: ByteView?
    /// What only some formats have; nil for the common and combined ones.
    public var further: Further?
    public var request: Request
    /// Whether the agent's escapes (`QuotedField`) are still to be undone.
    public var isAgentQuoted = true
    /// Three digits, 0 ... 999.
    public var status: UInt16
    /// Seconds since 1970 UTC.
    public var second: UInt32

    public enum Request {
        /// `GET`, with the bytes of its target, and how many of them come before the first `?`.
        case get(target: ByteView, bytesBeforeQuery: Int)
        /// Method, space and target, and how many bytes of it the method has.
        case otherMethod(ByteView, methodBytes: Int)
        /// Not `METHOD SP target [SP HTTP/d[.d]]`; the bytes that stand in its place.
        case bad(ByteView)
    }

    /// Fields of formats that servers are told to write, all with their escapes undone.
    public struct Further {
        /// What the site tells visitors by; nil where the format has no such field.
        public var session: ByteView?
        /// X-Forwarded-For; nil where the format has no such field.
        public var forwarded: ByteView?
        /// A field for `Sec-Purpose`, `Purpose` or `X-Moz` says `prefetch` or `prerender`.
        public var isPrefetch: Bool

        public init(session: ByteView? = nil, forwarded: ByteView? = nil, isPrefetch: Bool = false) {
            self.session = session
            self.forwarded = forwarded
            self.isPrefetch = isPrefetch
        }
    }

    /// Whether the line has a referrer and an agent.
    public var isCombined: Bool { agent != nil }
}
