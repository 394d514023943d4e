import LogReading

/// One numbering of articles and pages for all tables.
struct MergedTable {
    private(set) var table = PageTable()
    /// For each table, by its own number of a page: the merged one.
    private(set) var pageNumbers: [[UInt32]] = []
    /// For each table, by its own number of a page: the merged number of the article.
    private(set) var articleNumbers: [[UInt32]] = []

    init(_ tables: [PageTable]) {
        for part in tables {
            let articles = part.articles.map { table.articleNumber(of: $0) }
            articleNumbers.append(part.pages.map { articles[Int($0.article)] })
            pageNumbers.append(
                part.pages.map { page in
                    table.pageNumber(
                        of: Page(article: articles[Int(page.article)], path: page.path, section: page.section))
                })
        }
    }
}
