/// The elements that mean something here, whatever prefix a file gives them.
enum FeedElement {
    // Roots.
    case urlset, sitemapIndex, rss, rdf, feed, html
    // Sitemaps.
    case url, sitemap, location, news, newsTitle, newsDate
    // RSS, both families.
    case channel, item, title, link, guid, pubDate, category
    // Dublin Core, used by all feeds.
    case dublinDate, dublinSubject
    // Atom.
    case entry, atomTitle, atomLink, atomCategory, published
    case other

    init(_ name: Substring, in vocabulary: Vocabulary) {
        self = Self.named[vocabulary]?[name] ?? .other
    }

    private static let sitemapNames: [Substring: FeedElement] = [
        "urlset": .urlset, "sitemapindex": .sitemapIndex, "url": .url, "sitemap": .sitemap, "loc": .location,
    ]

    private static let rssNames: [Substring: FeedElement] = [
        "rss": .rss, "channel": .channel, "item": .item, "title": .title, "link": .link, "guid": .guid,
        "pubDate": .pubDate, "category": .category, "html": .html,
    ]

    private static let named: [Vocabulary: [Substring: FeedElement]] = [
        .plain: rssNames.merging(sitemapNames) { $1 },
        .sitemap: sitemapNames,
        .news: ["news": .news, "title": .newsTitle, "publication_date": .newsDate],
        .rdf: ["RDF": .rdf],
        .atom: [
            "feed": .feed, "entry": .entry, "title": .atomTitle, "link": .atomLink, "category": .atomCategory,
            "published": .published, "issued": .published,
        ],
        .dublinCore: ["date": .dublinDate, "subject": .dublinSubject],
        .html: ["html": .html],
    ]
}

/// What a namespace stands for.
enum Vocabulary {
    /// None, or one of RSS's own.
    case plain
    case sitemap, news, rdf, atom, dublinCore, html, other

    init(namespace: String) {
        switch namespace {
        case "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
            "http://backend.userland.com/rss2":
            self = .plain
        case "http://www.w3.org/1999/02/22-rdf-syntax-ns#": self = .rdf
        case "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#": self = .atom
        case "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/": self = .dublinCore
        case "http://www.w3.org/1999/xhtml": self = .html
        case _ where namespace.contains("schemas/sitemap-news"): self = .news
        case _ where namespace.contains("schemas/sitemap"): self = .sitemap
        default: self = .other
        }
    }

    /// What a prefix means that a file uses without saying what it stands for.
    init(undeclaredPrefix prefix: Substring) {
        switch prefix {
        case "": self = .plain
        case "news": self = .news
        case "dc": self = .dublinCore
        case "atom": self = .atom
        case "rdf": self = .rdf
        default: self = .other
        }
    }
}
