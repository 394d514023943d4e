public import LogReading

/// The first rows of a window: of the site, and of each of its sections.
public struct WindowTop: Hashable, Sendable {
    /// The first minute behind it, since 1970 UTC.
    public let end: Int
    public let state: WindowState
    /// The site's first.
    public let scopes: [Scope]

    public struct Scope: Hashable, Sendable {
        /// Nil for the site.
        public let section: ByteString?
        public let views: Int
        public let rows: [Row]
    }

    public struct Row: Hashable, Sendable {
        public let rank: Int
        public let article: WindowArticles.Article
        public let views: Int
    }
}

extension WindowTop {
    /// The rows of one section alone.
    public func only(_ section: ByteString?) -> WindowTop {
        WindowTop(end: end, state: state, scopes: scopes.filter { $0.section == section })
    }

    /// The articles that it shows.
    public var articles: Set<WindowArticles.Article> { Set(scopes.flatMap { $0.rows.map(\.article) }) }
}
