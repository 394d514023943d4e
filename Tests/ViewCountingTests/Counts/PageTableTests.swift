import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("The table of pages")
struct PageTableTests {
    @Test("Pages and articles are numbered as a list that is searched numbers them", arguments: 0..<20)
    func twin(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var table = PageTable()
        var articles: [[UInt8]] = []
        var pages: [[[UInt8]]] = []
        let alphabet: [UInt8] = [1, 2]
        for _ in 0..<300 {
            // Few keys and paths, so that an article has several pages and a path belongs to several articles.
            let key = generator.row(of: alphabet, upTo: 3)
            let path = generator.row(of: alphabet, upTo: 3)
            let section = path.first.map { _ in generator.row(of: alphabet, upTo: 2) }
            let address = ArticleAddress(key: key, path: path, section: section)
            let isNew = !pages.contains([key, path])
            #expect(
                address.withPage { table.knownPage(of: $0) } == pages.firstIndex(of: [key, path]).map { UInt32($0) })
            if !articles.contains(key) { articles.append(key) }
            if !pages.contains([key, path]) { pages.append([key, path]) }
            let number = address.withPage { table.number(of: $0) }
            #expect(number == pages.firstIndex(of: [key, path]).map { UInt32($0) })
            #expect(table.pages[Int(number)].path == ByteString(path))
            // A page keeps the section that it first came with.
            if isNew { #expect(table.pages[Int(number)].section == section.map { ByteString($0) }) }
            #expect(table.articles[Int(table.pages[Int(number)].article)] == ByteString(key))
        }
        #expect(table.articles == articles.map { ByteString($0) })
        #expect(table.pages.count == pages.count)
    }

    @Test("An article may be known before any of its pages")
    func articleWithoutPages() {
        var table = PageTable()
        let article = table.articleNumber(of: "7")
        #expect(table.articleNumber(of: "7") == article)
        #expect(table.pages.isEmpty)
        let address = ArticleAddress(key: [55], path: [47, 55], section: nil)
        #expect(address.withPage { table.knownPage(of: $0) } == nil)
        #expect(table.pageNumber(of: Page(article: article, path: "/7", section: nil)) == 0)
    }
}
