import LogReading

/// One numbering of articles and pages for all tables.
///
/// Articles are numbered in the order of their keys: whatever is put in order after this compares numbers, not texts.
struct MergedTable: Sendable {
    /// Keys by number of an article.
    let keys: [ByteString]
    /// By number; the number of a page's article is in `articleOfPage`.
    let pages: [Page]
    let articleOfPage: [UInt32]
    /// For each table, by its own number of a page: the merged one.
    private(set) var pageNumbers: [[UInt32]] = []
    /// For each table, by its own number of a page: the merged number of the article.
    private(set) var articleNumbers: [[UInt32]] = []

    init(_ tables: [PageTable]) {
        // The first one is taken over as it is: the one table of a run on one thread is not hashed again.
        var table = tables.first ?? PageTable()
        for (index, part) in tables.enumerated() {
            pageNumbers.append(index == 0 ? Array(0..<UInt32(part.pages.count)) : table.numbers(of: part))
        }
        let order = ByteOrder(table.articles)
        let places = order.places
        keys = order.numbers.map { table.articles[Int($0)] }
        pages = table.pages
        articleOfPage = table.pages.map { places[Int($0.article)] }
        for numbers in pageNumbers { articleNumbers.append(numbers.map { articleOfPage[Int($0)] }) }
    }
}

extension PageTable {
    /// By number of a page in the other table: its number in this one, which may be new.
    fileprivate mutating func numbers(of other: PageTable) -> [UInt32] {
        let articles = other.articles.map { articleNumber(of: $0) }
        return other.pages.map { page in
            pageNumber(of: Page(article: articles[Int(page.article)], path: page.path, section: page.section))
        }
    }
}
