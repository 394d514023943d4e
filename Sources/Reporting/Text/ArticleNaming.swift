public import ArticleRanking
public import LogReading
public import ViewCounting

/// How reports name articles: by the titles that the newsroom gives them, else by what leads to them.
public struct ArticleNaming: Sendable {
    /// An article as it was counted.
    public typealias Article = (key: ByteString, path: ByteString)

    let headlines: Headlines
    /// What article paths are put behind to make links; nil, or anything but `http` and `https`: no links.
    let url: String?
    let calendar: SiteCalendar
    /// The day that is reported, or the first of several: ages are told on it.
    let day: CalendarDay

    /// An article that is older was news before, and has come back.
    static let newsDays = 7

    public init(headlines: Headlines, url: String?, calendar: SiteCalendar, day: CalendarDay) {
        self.headlines = headlines
        self.url = url
        self.calendar = calendar
        self.day = day
    }

    /// Harmless to print; nil where no catalogue has one.
    func title(of key: ByteString) -> String? { headlines[key].map { ShownText.of($0.title) } }

    /// `2026-03-02T06:10:35+09:00` (RFC 3339) by the site's clock; `2026-03-02` where only the day is known.
    func published(_ key: ByteString) -> String? { headlines[key].flatMap(published) }

    func published(_ headline: Headline) -> String? {
        guard let time = headline.published, time.isPossible else { return nil }
        let local = calendar.localTime(at: time.second)
        return time.isDay ? "\(local.day)" : "\(local.day)T\(local.clock)\(local.offsetText)"
    }

    /// Local days from that of its publication to `day`, where they are more than `newsDays`.
    func age(of key: ByteString) -> Int? {
        guard let time = headlines[key]?.published, time.isPossible else { return nil }
        let days = Int(day.number) - Int(calendar.day(at: time.second).number)
        return days > ArticleNaming.newsDays ? days : nil
    }

    /// Where the newsroom says that the article stands, else its path at the site.
    func link(to article: Article) -> String? {
        ArticleLink.checked(headlines[article.key]?.url) ?? ArticleLink.to(address(of: article), at: url)
    }

    /// The names of a list, without links: where several have one title, their addresses are told too.
    public func texts(of articles: [Article]) -> [String] {
        let shared = sharedTitles(of: articles)
        return articles.map { article in
            let address = ShownText.decoding(address(of: article))
            guard let title = title(of: article.key) else { return address }
            return shared.contains(title) ? "\(title) (\(address))" : title
        }
    }

    /// The names as cells of a Markdown table: with links, and an old article with its age.
    func markdown(of articles: [Article]) -> [String] {
        let shared = sharedTitles(of: articles)
        return articles.map { article in
            let (link, address) = (link(to: article), ShownText.decoding(address(of: article)))
            guard let title = title(of: article.key) else { return MarkdownText.link(address, to: link) }
            let isAmbiguous = link == nil && shared.contains(title)
            return MarkdownText.link(title, to: link)
                + (isAmbiguous ? " (\(MarkdownText.escaping(address)))" : "")
                + (age(of: article.key).map { " _(\(Figures.grouped($0)) days old)_" } ?? "")
        }
    }

    private func address(of article: Article) -> ByteString {
        ArticleLink.address(of: article.key, path: article.path)
    }

    private func sharedTitles(of articles: [Article]) -> Set<String> {
        let titles = articles.compactMap { title(of: $0.key) }
        return Set(Dictionary(grouping: titles) { $0 }.filter { $0.value.count > 1 }.keys)
    }
}
