public import LogReading

/// Everything that was counted on one local day: what rankings and reports are made of.
public struct DayCounts: Hashable, Sendable {
    public var day: CalendarDay
    public var coverage: DayCoverage
    /// The day's lines by outcome; the outcomes without a day (`Outcome.belongsToDay`) are 0 here.
    public var accounting: Accounting
    /// The articles with at least one view on the day, by key bytes.
    public var articles: [ArticleCounts]

    public init(day: CalendarDay, coverage: DayCoverage, accounting: Accounting, articles: [ArticleCounts]) {
        self.day = day
        self.coverage = coverage
        self.accounting = accounting
        self.articles = articles
    }

    /// All views of the day, of all articles.
    public var views: Int { articles.reduce(0) { $0 + $1.views } }
}

/// One article on one day.
public struct ArticleCounts: Hashable, Sendable {
    /// What makes it this article: the pattern's id, or its path.
    public var key: ByteString
    /// The canonical path of most of its clicks on the day.
    public var path: ByteString
    /// The section of that path; nil for none.
    public var section: ByteString?
    public var views: Int
    /// Distinct visitors with a view of it on the day; cannot be added up over days.
    public var visitors: Int
    /// Lines with outcome robot, double-click or view, by their own time.
    public var rawClicks: Int

    public init(
        key: ByteString, path: ByteString, section: ByteString?, views: Int, visitors: Int, rawClicks: Int
    ) {
        self.key = key
        self.path = path
        self.section = section
        self.views = views
        self.visitors = visitors
        self.rawClicks = rawClicks
    }
}
