import ArticleRanking
import Catalogue
import LogReading
import TestSupport
import ViewCounting

/// Readings of files made for one test.
enum Reading {
    static let rules = ArticleRules()

    static func calendar(_ zone: String = "Asia/Tokyo") throws -> SiteCalendar {
        guard let calendar = SiteCalendar(zoneName: zone) else { throw NoSuchZone(name: zone) }
        return calendar
    }

    static func reader(zone: String = "Asia/Tokyo", rules: ArticleRules = Reading.rules) throws -> CatalogueReader {
        CatalogueReader(rules: rules, calendar: try calendar(zone))
    }

    /// What is read of a file of these bytes; its name says nothing of what it is.
    static func of(_ bytes: [UInt8], zone: String = "Asia/Tokyo", rules: ArticleRules = Reading.rules) throws
        -> CatalogueReading
    {
        let folder = try ScratchFolder()
        let path = try folder.file("list", bytes)
        return try reader(zone: zone, rules: rules).read(path: path)
    }

    static func of(_ text: String, zone: String = "Asia/Tokyo", rules: ArticleRules = Reading.rules) throws
        -> CatalogueReading
    {
        try of(Array(text.utf8), zone: zone, rules: rules)
    }
}

extension CatalogueReading {
    var titles: [String] { entries.map(\.headline.title) }
    var keys: [String] { entries.map(\.key.text) }

    /// The problems from their place on, without the file's folder.
    var messages: [String] {
        problems.map { problem in
            let text = problem.description
            return problem.file.split(separator: "/").last.map { name in
                text.replacing(problem.file, with: name, maxReplacements: 1)
            } ?? text
        }
    }
}

/// Feeds with a made-up entry or more.
enum Feed {
    static func sitemap(_ urls: String, prolog: String = #"<?xml version="1.0" encoding="UTF-8"?>"#) -> String {
        """
        \(prolog)
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        \(urls)
        </urlset>
        """
    }

    static func url(_ location: String, title: String, date: String = "2026-03-01T09:30:00+09:00") -> String {
        """
        <url>
          <loc>\(location)</loc>
          <news:news>
            <news:publication><news:name>The Example Times</news:name></news:publication>
            <news:publication_date>\(date)</news:publication_date>
            <news:title>\(title)</news:title>
            <news:keywords>bridges</news:keywords>
          </news:news>
        </url>
        """
    }

    static func rss(_ items: String) -> String {
        """
        <?xml version="1.0"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>The Example Times</title><link>https://www.example.com/</link>
        <image><title>Logo</title><link>https://www.example.com/logo</link></image>
        \(items)
        </channel></rss>
        """
    }

    static func rdf(_ items: String) -> String {
        """
        <?xml version="1.0"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://www.example.com/"><title>The Example Times</title></channel>
        \(items)
        </rdf:RDF>
        """
    }

    static func atom(_ entries: String) -> String {
        """
        <?xml version="1.0"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <title>The Example Times</title><link href="https://www.example.com/"/>
        \(entries)
        </feed>
        """
    }
}

/// A slip of a test.
struct NoSuchZone: Error {
    let name: String
}
