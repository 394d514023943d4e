import ArticleRanking
import Catalogue
import LogReading
import TestSupport
import ViewCounting

/// Lists of a newsroom that says three things in five ways.
enum Feeds {
    static let expected = [
        CatalogueEntry(
            key: ByteString("20260302-abc"),
            headline: Headline(
                title: "Mayor \"resigns\" & leaves", section: ByteString("politics"),
                published: PublicationTime(second: 1_772_400_600), url: "https://www.example.com/politics/20260302-abc")
        ),
        CatalogueEntry(
            key: ByteString("20260301-def"),
            headline: Headline(
                title: "駅前の　図書館", section: ByteString("%E7%89%B9%E9%9B%86"),
                published: PublicationTime(second: 1_772_290_800, isDay: true),
                url: "https://www.example.com/local/20260301-def?utm_source=feed")),
    ]

    static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>The Example Times</title><link>https://www.example.com/</link>
        <item><title>  Mayor &quot;resigns&quot; &amp; leaves </title><category>politics</category>
        <link>https://www.example.com/politics/20260302-abc</link><pubDate>Mon, 02 Mar 2026 06:30:00 +0900</pubDate></item>
        <item><title><![CDATA[駅前の　図書館]]></title><category>特集</category>
        <link>https://www.example.com/local/20260301-def?utm_source=feed</link></item>
        <item><title>About us</title><link>https://www.example.com/</link></item>
        </channel></rss>
        """

    static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>The Example Times</title>
        <entry><title type="html">Mayor &amp;quot;resigns&amp;quot; &amp;amp; leaves</title><category term="politics"/>
        <link rel="alternate" href="https://www.example.com/politics/20260302-abc"/>
        <published>2026-03-01T21:30:00Z</published></entry>
        <entry><title>駅前の　図書館</title><category term="特集"/>
        <link href="https://www.example.com/local/20260301-def?utm_source=feed"/><published>2026-03-01</published></entry>
        </feed>
        """

    static let csv = """
        \u{FEFF}path,title,section,published,url
        /politics/20260302-abc/amp/,"Mayor ""resigns"" & leaves",politics,2026-03-02T06:30:00+09:00,https://www.example.com/politics/20260302-abc
        /local/20260301-def,駅前の　図書館,特集,2026-03-01,https://www.example.com/local/20260301-def?utm_source=feed
        """

    /// The key is `{date}-{id}`; the zone is Tokyo's.
    static func read(_ content: [UInt8], name: String = "feed") throws -> CatalogueReading {
        let folder = try ScratchFolder()
        return try withExtendedLifetime(folder) { try reader().read(path: folder.file(name, content)) }
    }

    static func read(_ text: String) throws -> CatalogueReading { try read(Array(text.utf8)) }

    static func reader() throws -> CatalogueReader {
        struct NoSuchZone: Error {}
        guard let calendar = SiteCalendar(zoneName: "Asia/Tokyo") else { throw NoSuchZone() }
        return CatalogueReader(
            rules: ArticleRules(patterns: [try PathPattern("/{section}/{date}-{id}")]), calendar: calendar)
    }
}
