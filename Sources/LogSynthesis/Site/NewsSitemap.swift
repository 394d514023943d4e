/// The site's articles as a Google News sitemap: address, title, time of publication, section as keyword.
enum NewsSitemap {
    private static let head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">

        """

    /// All articles, in the order of their publication.
    static func text(of site: SiteModel) -> String {
        let articles = site.newsroom.articles
        let order = articles.indices.sorted {
            (articles[$0].published, $0) < (articles[$1].published, $1)
        }
        return head + order.map { entry(of: articles[$0], site.clock) }.joined() + "</urlset>\n"
    }

    private static func entry(of article: Article, _ clock: SiteClock) -> String {
        let path = article.places.last?.path ?? []
        return """
              <url>
                <loc>\(SiteModel.address)\(String(decoding: path, as: UTF8.self))</loc>
                <news:news>
                  <news:publication><news:name>\(SiteModel.name)</news:name><news:language>en</news:language></news:publication>
                  <news:publication_date>\(time(article.published, clock))</news:publication_date>
                  <news:title>\(escaped(article.title))</news:title>
                  <news:keywords>\(escaped(article.sectionName))</news:keywords>
                </news:news>
              </url>

            """
    }

    /// `2026-03-01T09:12:33+01:00`
    private static func time(_ second: Int, _ clock: SiteClock) -> String {
        let time = clock.local(at: second)
        let shown = [time.hour, time.minute, time.second].map(twoDigits).joined(separator: ":")
        let zone = [time.offsetHours, time.offsetMinutes].map(twoDigits).joined(separator: ":")
        return "\(time.day.text)T\(shown)\(time.offset < 0 ? "-" : "+")\(zone)"
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
    }
}
