import ArticleRanking
import Catalogue
import LogReading
import TestSupport
import Testing

@Suite("Newsrooms' lists")
struct FeedTests {
    @Test("The same headlines come out of RSS, Atom and CSV", arguments: [Feeds.rss, Feeds.atom, Feeds.csv])
    func kinds(text: String) throws {
        let reading = try Feeds.read(text)
        #expect(reading.problems == [])
        var expected = Feeds.expected
        // RSS says nothing of the second's time.
        if text == Feeds.rss { expected[1] = Self.withoutTime(expected[1]) }
        #expect(reading.entries == expected)
    }

    private static func withoutTime(_ entry: CatalogueEntry) -> CatalogueEntry {
        var headline = entry.headline
        headline.published = nil
        return CatalogueEntry(key: entry.key, headline: headline)
    }

    @Test("A gzipped feed is read like a plain one")
    func gzip() throws {
        let reading = try Feeds.read(Gzip.member(Array(Feeds.atom.utf8)))
        #expect(reading.entries == Feeds.expected)
    }

    @Test("A news sitemap gives titles and times, and an index the sitemaps beside it")
    func sitemaps() throws {
        let folder = try ScratchFolder()
        let names = "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\""
        let sitemap = """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \(names)>
            <url><loc>https://m.example.com/politics/20260302-abc/</loc><news:news>
            <news:publication><news:name>Times</news:name></news:publication>
            <news:publication_date>2026-03-02T06:30:00+09:00</news:publication_date>
            <news:title>Mayor resigns</news:title></news:news></url>
            <url><loc>https://www.example.com/politics/20260302-plain</loc></url></urlset>
            """
        _ = try folder.file("news.xml", Array(sitemap.utf8))
        let index = """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://www.example.com/maps/news.xml</loc></sitemap>
            <sitemap><loc>https://www.example.com/maps/missing.xml</loc></sitemap></sitemapindex>
            """
        let reading = try withExtendedLifetime(folder) {
            try Feeds.reader().read(path: folder.file("index.xml", Array(index.utf8)))
        }
        #expect(reading.entries.map(\.key) == [ByteString("20260302-abc")])
        #expect(reading.entries.first?.headline.published == PublicationTime(second: 1_772_400_600))
        #expect(reading.accounting.untitled == 1)
        #expect(reading.problems.count == 1)
        #expect(reading.problems.first?.problem.contains("missing.xml") == true)
    }

    @Test("An entry whose address is no article is left out and counted")
    func otherPages() throws {
        let accounting = try Feeds.read(Feeds.rss).accounting
        #expect(accounting.entries == 3)
        #expect(accounting.headlines == 2)
        #expect(accounting.otherPages == 1)
    }

    @Test("Two articles of one title stay two; of two entries of one article the later holds, field by field")
    func sameTitles() throws {
        let reading = try Feeds.read(
            """
            path,title,section,published
            /a/20260302-x,Same,a,2026-03-02
            /a/20260302-y,Same,a,2026-03-02
            /b/20260302-x,Same (Update 4),,
            """)
        #expect(reading.entries.map(\.key) == [ByteString("20260302-x"), ByteString("20260302-y")])
        let first = try #require(reading.entries.first?.headline)
        #expect(first.title == "Same (Update 4)")
        #expect(first.section == ByteString("a"))
        #expect(first.published?.isDay == true)
    }
}

@Suite("Broken lists")
struct BrokenFeedTests {
    @Test("What was read before a fault is kept, and the fault has its line and column")
    func fault() throws {
        let text = Feeds.rss.replacing("<item><title>About us", with: "<item><title>A <b> < c")
        let reading = try Feeds.read(text)
        #expect(reading.entries.count == 2)
        let problem = try #require(reading.problems.first)
        #expect(problem.isFatal)
        #expect(problem.line == 7)
        #expect(problem.column != nil)
        #expect(problem.description.contains("2 "))
    }

    @Test("A feed that is cut anywhere gives a beginning of its headlines, and says so")
    func cuts() throws {
        for text in [Feeds.rss, Feeds.atom] {
            let whole = try Feeds.read(text).entries
            let bytes = Array(text.utf8)
            for end in stride(from: 1, to: bytes.count - 1, by: 7) {
                let reading = try Feeds.read(Array(bytes[..<end]))
                #expect(reading.entries == Array(whole.prefix(reading.entries.count)), "cut at \(end)")
                #expect(!reading.problems.isEmpty, "cut at \(end)")
            }
        }
    }

    @Test("Neither files nor large texts come out of declared entities")
    func entities() throws {
        let secret = try ScratchFolder()
        let path = try secret.file("secret", Array("SECRET".utf8))
        let declarations = [
            "<!ENTITY x SYSTEM \"file://\(path)\">",
            "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;&b;\">",
        ]
        for declaration in declarations {
            let text = """
                <!DOCTYPE rss [\(declaration)]>
                <rss><channel><item><title>T &x;</title><link>https://www.example.com/a/20260302-x</link></item></channel></rss>
                """
            let reading = try withExtendedLifetime(secret) { try Feeds.read(text) }
            #expect(reading.entries == [])
            #expect(reading.problems.first?.isFatal == true)
        }
    }

    @Test(
        "What is no list is named, and gives nothing",
        arguments: ["", "<!doctype html><html><body>Sorry</body></html>", "<opml/>", "hello\nworld\n"])
    func noLists(text: String) throws {
        let reading = try Feeds.read(text)
        #expect(reading.entries == [])
        #expect(reading.problems.count == 1)
        #expect(reading.problems.first?.isFatal == true)
    }

    @Test("A missing file and a folder are problems")
    func missing() throws {
        let folder = try ScratchFolder()
        let file = try folder.file("a", [])
        for path in [file + "-not-there", String(file.dropLast(2))] {
            let problems = try withExtendedLifetime(folder) { try Feeds.reader().read(path: path).problems }
            #expect(problems.count == 1, "\(path)")
        }
    }

    @Test("A date that is none leaves its entry without one, and is told once")
    func badDates() throws {
        let reading = try Feeds.read("path,title,published\n/a/20260302-x,X,yesterday\n/a/20260302-y,Y,2026-02-30\n")
        #expect(reading.entries.map(\.headline.published) == [nil, nil])
        #expect(reading.problems.count == 1)
        #expect(reading.problems.first?.isFatal == false)
    }
}
