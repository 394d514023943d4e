import LogReading
public import ViewCounting

/// Reads a newsroom's own lists of its articles: sitemaps, feeds and CSV files, each one known by its content.
///
/// Only files are read, never the network. No list ends a run: what is wrong with one is a `CatalogueProblem`, and what
/// could be read of it is given.
public struct CatalogueReader: Sendable {
    private let rules: ArticleRules
    private let calendar: SiteCalendar

    /// - Parameters:
    ///   - rules: Decide which address is which article, as for a request.
    ///   - calendar: The site's zone, for dates that name none.
    public init(rules: ArticleRules, calendar: SiteCalendar) {
        self.rules = rules
        self.calendar = calendar
    }

    /// Reads one file, and where it is a sitemap index the files that it names.
    public func read(path: String) -> CatalogueReading {
        let collector = EntryCollector(rules: rules, calendar: calendar)
        var walk = FileWalk(collector: collector)
        walk.read(path)
        return collector.reading
    }
}
