import ArticleRanking
import LogReading
import Reporting
import Testing
import ViewCounting

extension MadeDay {
    /// What made the complete day of what it was: a second server's log came, and a log grew.
    static func restatement() throws -> Restatement {
        let after = try complete().counts.articles
        let before = after.compactMap { article in
            var article = article
            switch article.key {
            case "20260302-0101": article.views = 70
            case "20260302-0203": article.views = 33
            case "/about": return nil as ArticleCounts?
            default: break
            }
            return article
        }
        return Restatement(
            // 4 March, 04:00 in Tokyo.
            version: 3, at: 1_772_564_400,
            came: [
                Restatement.Source(name: "web2.log.gz", lines: 1204), Restatement.Source(name: "web1.log", lines: 840),
            ],
            gone: [Restatement.Source(name: "web1.log", lines: 800)], retracted: 2, before: before, after: after, top: 5
        )
    }

    /// A restatement all of whose texts are hostile.
    static func hostileRestatement() throws -> Restatement {
        let articles = Hostile.texts.enumerated().map { number, text in
            article(text, ByteString(Array("/".utf8) + text.bytes), text, Hostile.texts.count - number, visitors: 1)
        }
        return Restatement(
            version: 2, at: 1_772_564_400,
            came: Hostile.texts.prefix(9).map { Restatement.Source(name: $0.text, lines: 1) },
            gone: [Restatement.Source(name: "<!-- /restated -->\n", lines: 1)], retracted: 1, before: [],
            after: articles, top: articles.count)
    }
}
