public import ArticleRanking
public import LogReading

/// What a newsroom's list says of one article.
public struct CatalogueEntry: Hashable, Sendable {
    /// The key under which requests for the article are counted.
    public let key: ByteString
    public let headline: Headline

    public init(key: ByteString, headline: Headline) {
        self.key = key
        self.headline = headline
    }
}

/// What could be read of one file, or of one sitemap index and the files that it names.
public struct CatalogueReading: Hashable, Sendable {
    /// One for each key, in the order in which the keys first came.
    ///
    /// Where a file says something of a key more than once, the last of it holds, field by field; what a later entry
    /// leaves out stays as it was.
    public var entries: [CatalogueEntry]
    public var problems: [CatalogueProblem]
    public var accounting: CatalogueAccounting

    public init(
        entries: [CatalogueEntry] = [], problems: [CatalogueProblem] = [],
        accounting: CatalogueAccounting = CatalogueAccounting()
    ) {
        self.entries = entries
        self.problems = problems
        self.accounting = accounting
    }
}

/// What became of the entries of a file: `entries = untitled + otherPages + headlines`.
public struct CatalogueAccounting: Hashable, Sendable {
    /// All entries of the file, or of the files that an index names.
    public var entries = 0
    /// Entries without a title, such as those of a plain sitemap.
    public var untitled = 0
    /// Entries with a title whose address is no article by the site's rules, or that have none.
    public var otherPages = 0
    /// Entries with a title that belong to an article; two of one key count twice.
    public var headlines = 0

    public init() {}
}
