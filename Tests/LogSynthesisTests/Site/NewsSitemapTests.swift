import Foundation
import Testing

@testable import LogSynthesis

@Suite struct NewsSitemapTests {
    @Test("The sitemap has every article with its address, title, time and section")
    func entries() throws {
        let site = try Sample.site(Sample.options(articles: 300))
        let text = NewsSitemap.text(of: site)
        for tag in ["<loc>https://www.example.com/", "<news:title>", "<news:publication_date>20", "<news:keywords>"] {
            #expect(text.components(separatedBy: tag).count == 301)
        }
        #expect(text.contains("T") && text.contains("+01:00</news:publication_date>"))
    }

    @Test("Titles are escaped")
    func escapes() throws {
        let text = NewsSitemap.text(of: try Sample.site(Sample.options(articles: 2000)))
        #expect(text.contains("&quot;slow streets&quot; &amp; parks</news:title>"))
        #expect(text.contains("&lt;again&gt;</news:title>"))
    }

    @Test("The profile names the zone, the patterns and every robot's token")
    func profile() throws {
        let text = ProfileText.text(of: try Sample.site())
        #expect(text.contains("timezone: Europe/Berlin\n"))
        #expect(text.contains("\"/{section}/{subsection}/{date}-{id}\""))
        #expect(RobotAgents.tokens.allSatisfy { text.contains("\"\($0)\"") })
    }
}
