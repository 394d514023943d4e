public import LogReading

/// A path by which an article is read; most articles have one.
public struct Page: Hashable, Sendable {
    /// The number of the article in the same table.
    public let article: UInt32
    public let path: ByteString
    public let section: ByteString?

    init(article: UInt32, path: ByteString, section: ByteString?) {
        self.article = article
        self.path = path
        self.section = section
    }
}

/// The articles and pages that one worker has met, numbered in the order it met them.
public struct PageTable: Sendable {
    /// Keys by article number.
    public private(set) var articles: [ByteString] = []
    public private(set) var pages: [Page] = []
    private var articleNumbers = ByteStringIndex()
    /// By article number its first page, nil before it has one: most pages are found here, without a second look-up.
    private var firstPages: [UInt32?] = []
    /// The pages that are not the first of their article.
    private var furtherPages: [PageName: UInt32] = [:]

    private var sections: [ByteString] = []
    private var sectionNumbers = ByteStringIndex()

    private struct PageName: Hashable {
        let article: UInt32
        let path: ByteString
    }

    public init() {}

    /// The number of a page; a new one, for which its bytes are copied, where the table has none.
    mutating func number(of page: PageBytes) -> UInt32 {
        let article = articleNumbers.number(of: page.key, in: articles) ?? addArticle(ByteString(page.key.bytes))
        if let first = firstPages[Int(article)], pages[Int(first)].path.bytes.equals(page.path) { return first }
        return pageNumber(
            of: Page(
                article: article, path: ByteString(page.path.bytes), section: page.section.map { section(of: $0) }))
    }

    /// The number of a page that the table has; nil for any other.
    func knownPage(of page: PageBytes) -> UInt32? {
        guard let article = articleNumbers.number(of: page.key, in: articles),
            let first = firstPages[Int(article)]
        else { return nil }
        if pages[Int(first)].path.bytes.equals(page.path) { return first }
        return furtherPages[PageName(article: article, path: ByteString(page.path.bytes))]
    }

    /// A section, whose bytes all its pages share.
    private mutating func section(of name: ByteView) -> ByteString {
        let number = sectionNumbers.number(of: name, addedTo: &sections)
        return sections[Int(number)]
    }

    /// The number of the page of the article `key` with this path; a new one where the table has none.
    public mutating func page(key: ByteString, path: ByteString, section: ByteString?) -> UInt32 {
        pageNumber(of: Page(article: articleNumber(of: key), path: path, section: section))
    }

    /// The page's number; a new one where the table has no page of this article, which it knows, with this path.
    mutating func pageNumber(of page: Page) -> UInt32 {
        let number = UInt32(pages.count)
        if let first = firstPages[Int(page.article)] {
            if pages[Int(first)].path == page.path { return first }
            let name = PageName(article: page.article, path: page.path)
            if let known = furtherPages[name] { return known }
            furtherPages[name] = number
        } else {
            firstPages[Int(page.article)] = number
        }
        pages.append(page)
        return number
    }

    /// The number of the article with this key; a new one where the table has none.
    mutating func articleNumber(of key: ByteString) -> UInt32 {
        articleNumbers.number(of: key.bytes, in: articles) ?? addArticle(key)
    }

    private mutating func addArticle(_ key: ByteString) -> UInt32 {
        articles.append(key)
        firstPages.append(nil)
        return articleNumbers.addLast(of: articles)
    }
}
