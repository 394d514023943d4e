/// What a value of a line means, whatever the server calls it.
public enum LogField: Hashable, Sendable {
    /// The address or name that asked.
    case client
    /// The client that a proxy named by the PROXY protocol; where it has a value, it takes the client's place.
    case proxiedClient
    /// X-Forwarded-For.
    case forwarded
    /// `METHOD SP target [SP HTTP/d[.d]]`
    case request
    case method
    /// Path and query as they were asked for.
    case target
    /// The path as it was asked for.
    case path
    /// The path after the server has undone its `%HH`.
    case decodedPath
    /// The same, and from its first `?` on the query as it was asked for.
    case decodedTarget
    /// The query, with or without its `?`; nothing and `-` mean none.
    case query
    /// Three digits.
    case status
    case agent
    /// The host that was asked, perhaps with a port.
    case host
    /// What the site tells visitors by.
    case session
    /// A Cookie header; of its cookies the one of a known name is the session.
    case cookies
    /// `Sec-Purpose`, `Purpose` or `X-Moz`.
    case purpose
    /// The time, or a part of it.
    case time(TimeForm)
}
