import ArticleRanking
import LogReading
import ViewCounting

extension DayReport {
    /// Sections that have a table of their own: the largest.
    static let shownSections = 10

    /// "Access Ranking": the site's top, and how many more share its last rank.
    var siteRanking: String {
        guard !ranking.site.rows.isEmpty else {
            return "## Access Ranking\n\nNo article was read on this day.\n"
        }
        let hasCourse = ranking.site.rows.contains { $0.course != nil }
        let legend =
            hasCourse
            ? "▲ ▼ places won and lost since the day before, = the same place, NEW no view on the day before."
            : "The day before is not known in full, so nothing is said of movement."
        return """
            ## Access Ranking

            \(table(of: ranking.site, first: top))
            \(footer(of: ranking.site, first: top).map { $0 + "\n" } ?? "")\(legend)
            All articles of the day are in [articles.csv](articles.csv).

            """
    }

    /// "Popular in Politics": a part for each of the largest sections.
    var popularSections: [String] {
        var parts = ranking.sections.prefix(DayReport.shownSections).map(popular)
        let others = ranking.sections.count - DayReport.shownSections
        if others > 0 {
            let sections = Figures.count(others, "smaller section is", "smaller sections are")
            parts.append("\(sections) in [sections.csv](sections.csv).\n")
        }
        return parts
    }

    private func popular(in section: SectionRanking) -> String {
        let name = ShownText.decoding(section.name)
        let views = Figures.count(section.ranking.views, "view", "views")
        let share = Figures.percentage(section.ranking.views, of: ranking.site.views)
        return """
            ## Popular in \(MarkdownText.escaping(name.prefix(1).uppercased() + name.dropFirst()))

            \(views), \(share) of the site.

            \(table(of: section.ranking, first: sectionTop))\
            \(footer(of: section.ranking, first: sectionTop).map { "\n" + $0 + "\n" } ?? "")
            """
    }

    /// The first rows of a ranking; without a column for movement where nothing is known of it.
    private func table(of ranking: Ranking, first count: Int) -> String {
        let rows = ranking.top(count).rows
        let hasCourse = rows.contains { $0.course != nil }
        let movement: [MarkdownTable.Column] = hasCourse ? [("Move", .left)] : []
        return MarkdownTable(
            columns: [("Rank", .right)] + movement
                + [("Views", .right), ("Share", .right), ("Visitors", .right), ("Article", .left)],
            rows: rows.map { row in
                let article = row.article
                return [String(row.rank)] + (hasCourse ? [row.course?.arrow ?? ""] : []) + [
                    Figures.grouped(article.views), Figures.percentage(article.views, of: ranking.views),
                    Figures.grouped(article.visitors),
                    MarkdownText.link(
                        ShownText.decoding(article.address), to: ArticleLink.to(article.address, at: url)),
                ]
            }
        ).text
    }

    private func footer(of ranking: Ranking, first count: Int) -> String? {
        let (rows, more) = ranking.top(count)
        guard let last = rows.last, more > 0 else { return nil }
        let articles = Figures.count(more, "more article shares", "more articles share")
        return "\(articles) rank \(last.rank), with \(Figures.count(last.article.views, "view", "views"))."
    }
}

extension DayOverDay {
    /// `▲3`, `▼2`, `=` or `NEW`.
    var arrow: String {
        switch movement {
        case .new: "NEW"
        case .up: "▲\(change ?? 0)"
        case .down: "▼\(-(change ?? 0))"
        case .same: "="
        }
    }
}
