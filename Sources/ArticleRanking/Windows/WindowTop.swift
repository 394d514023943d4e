public import LogReading
import ViewCounting

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
    /// The first rows of numbered articles.
    ///
    /// - Parameters:
    ///   - sections: Those that are read in the window, in any order; here they come by views, then by name.
    ///   - article: Who stands behind a number of a row.
    ///   - section: The name behind a number of a section.
    init(
        end: Int, state: WindowState, site: (views: Int, rows: [WindowRow]),
        sections: [(number: UInt32, views: Int, rows: [WindowRow])],
        article: (UInt32) -> WindowArticles.Article, section: (UInt32) -> ByteString
    ) {
        func rows(_ rows: [WindowRow]) -> [Row] {
            rows.map { Row(rank: $0.rank, article: article($0.article), views: $0.views) }
        }
        let sections = sections.map { (name: section($0.number), views: $0.views, rows: $0.rows) }
            .sorted { ($1.views, $0.name) < ($0.views, $1.name) }
        self.init(
            end: end, state: state,
            scopes: [Scope(section: nil, views: site.views, rows: rows(site.rows))]
                + sections.map { Scope(section: $0.name, views: $0.views, rows: rows($0.rows)) })
    }

    /// The rows of one section alone.
    public func only(_ section: ByteString?) -> WindowTop {
        WindowTop(end: end, state: state, scopes: scopes.filter { $0.section == section })
    }

    /// The articles that it shows.
    public var articles: Set<WindowArticles.Article> { Set(scopes.flatMap { $0.rows.map(\.article) }) }
}
