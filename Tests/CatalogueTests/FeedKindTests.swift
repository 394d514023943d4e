import ArticleRanking
import Catalogue
import LogReading
import Testing
import ViewCounting

@Suite("Feeds of each kind") struct FeedKindTests {
    @Test("A news sitemap gives title and date, and entries without a title are none")
    func newsSitemap() throws {
        let reading = try Reading.of(
            Feed.sitemap(
                Feed.url("https://www.example.com/politics/a?utm_source=x", title: "A &amp; B")
                    + "<url><loc>https://www.example.com/politics/plain</loc></url>"
                    + Feed.url("https://www.example.com/", title: "The front page")))
        #expect(reading.problems.isEmpty)
        #expect(reading.keys == ["/politics/a"])
        #expect(
            reading.entries.first?.headline
                == Headline(
                    title: "A & B", published: PublicationTime(second: 1_772_325_000),
                    url: "https://www.example.com/politics/a?utm_source=x"))
        #expect(reading.accounting.entries == 3)
        #expect(reading.accounting.untitled == 1)
        #expect(reading.accounting.otherPages == 1)
        #expect(reading.accounting.headlines == 1)
    }

    @Test("RSS 2.0 gives title, link, category and date, and nothing of other vocabularies")
    func rss() throws {
        let reading = try Reading.of(
            Feed.rss(
                """
                <item><media:title>No</media:title><title><![CDATA[Rock & roll <live>]]></title>
                <link> https://m.example.com/x/1/amp </link><category>特集</category><category>Other</category>
                <dc:date>2020-01-01</dc:date><pubDate>Sun, 1 Mar 26 09:30 JST</pubDate></item>
                <item><title>By its guid</title><guid>https://www.example.com/x/2</guid><dc:subject>a/b c</dc:subject></item>
                <item><title>No address</title><guid isPermaLink="false">https://www.example.com/x/3</guid></item>
                """))
        #expect(reading.problems.isEmpty)
        #expect(reading.keys == ["/x/1", "/x/2"])
        #expect(reading.titles == ["Rock & roll <live>", "By its guid"])
        #expect(reading.entries.map(\.headline.section) == ["%E7%89%B9%E9%9B%86", "a%2Fb%20c"])
        #expect(reading.entries.map { $0.headline.published?.second } == [1_772_325_000, nil])
        #expect(reading.accounting.otherPages == 1)
    }

    @Test("RSS 1.0 gives its items, which stand beside the channel")
    func rdf() throws {
        let reading = try Reading.of(
            Feed.rdf(
                """
                <item rdf:about="https://www.example.com/x/1"><title>One</title><link>https://www.example.com/x/1</link>
                <dc:date>2026-03-01</dc:date><dc:subject>%e7%89%b9集</dc:subject></item>
                """))
        #expect(reading.problems.isEmpty)
        #expect(
            reading.entries == [
                CatalogueEntry(
                    key: "/x/1",
                    headline: Headline(
                        title: "One", section: "%E7%89%B9%E9%9B%86",
                        published: PublicationTime(second: 1_772_290_800, isDay: true),
                        url: "https://www.example.com/x/1"))
            ])
    }

    @Test("Atom gives the link to the page, the published date and the first term")
    func atom() throws {
        let reading = try Reading.of(
            Feed.atom(
                """
                <entry><title type="html">&lt;b&gt;A&lt;/b&gt; &amp;amp; B &amp;nbsp;&amp;#9731;</title>
                <link rel="self" href="https://www.example.com/x/0"/>
                <link rel="alternate" type="application/pdf" href="https://www.example.com/x/0"/>
                <link href="https://www.example.com/x/1"/><category term="Politics" label="No"/><category term="No"/>
                <updated>2026-03-05T00:00:00Z</updated><published>2026-03-01T00:30:00Z</published></entry>
                <entry><title>&lt;b&gt;</title><link href="/x/2"/><updated>2026-03-05T00:00:00Z</updated></entry>
                <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x <em>y</em></div></title>
                <link href="//www.example.com/x/3"/></entry>
                """))
        #expect(reading.problems.isEmpty)
        #expect(reading.keys == ["/x/1", "/x/2", "/x/3"])
        #expect(reading.titles == ["A & B \u{A0}☃", "<b>", "x y"])
        #expect(reading.entries.map(\.headline.section) == ["Politics", nil, nil])
        #expect(reading.entries.map { $0.headline.published?.second } == [1_772_325_000, nil, nil])
    }

    @Test("A table gives its columns by their names, in any order")
    func csv() throws {
        let reading = try Reading.of(
            "\u{FEFF}Title,note,published,path,section,url\r\n"
                + "\"A \"\"quoted\"\",\r\n title\",x,2026-03-01 09:30,/x/1,特集,https://www.example.com/x/1\r\n"
                + "5\" disks,,,https://www.example.com/x/2,,\r\n\r\n"
                + ",x,,/x/3,,\r\nThree,x,,,,https://www.example.com/x/3")
        #expect(reading.problems.isEmpty)
        #expect(reading.keys == ["/x/1", "/x/2", "/x/3"])
        #expect(reading.titles == ["A \"quoted\", title", "5\" disks", "Three"])
        #expect(reading.entries.first?.headline.section == "%E7%89%B9%E9%9B%86")
        #expect(reading.entries.first?.headline.published == PublicationTime(second: 1_772_325_000))
        #expect(
            reading.entries.map(\.headline.url)
                == ["https://www.example.com/x/1", "https://www.example.com/x/2", "https://www.example.com/x/3"])
        #expect(reading.accounting.untitled == 1)
    }

    @Test("The last entry of a key holds, field by field, and what it leaves out stays")
    func lastEntryHolds() throws {
        let reading = try Reading.of(
            "path,title,section,published\n/x/1,One,a,2026-03-01\n/x/2,Two,,\n/x/1?page=2,One (Update 4),,\n/x/2,,b,\n")
        #expect(reading.keys == ["/x/1", "/x/2"])
        #expect(reading.titles == ["One (Update 4)", "Two"])
        #expect(reading.entries.map(\.headline.section) == ["a", nil])
        #expect(reading.entries.first?.headline.published?.isDay == true)
        #expect(reading.accounting.headlines == 3)
    }

    @Test("Prefixes mean what the file declares, and where it declares nothing what is usual")
    func prefixes() throws {
        let odd = try Reading.of(
            """
            <s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9">
            <s:url><s:loc>/x/1</s:loc><n:news xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><n:title>One</n:title>
            </n:news></s:url><s:url><s:loc>/x/2</s:loc><n:news><n:title>Two</n:title></n:news></s:url>
            <s:url><s:loc>/x/3</s:loc><news:news><news:title>Three</news:title></news:news></s:url></s:urlset>
            """)
        #expect(odd.problems.isEmpty)
        #expect(odd.titles == ["One", "Three"])
    }
}
