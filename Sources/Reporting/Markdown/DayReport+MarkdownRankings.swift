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
        let scope = scope(ranking.site, top: top)
        return """
            ## Access Ranking

            \(scope.table)
            \(scope.footer.map { $0 + "\n" } ?? "")\(scope.legend)
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
        let views = Figures.count(section.ranking.views, "view", "views")
        let share = Figures.percentage(section.ranking.views, of: ranking.site.views)
        let scope = scope(section.ranking, top: sectionTop)
        return """
            ## Popular in \(MarkdownText.escaping(section.heading))

            \(views), \(share) of the site.

            \(scope.table)\(scope.footer.map { "\n" + $0 + "\n" } ?? "")\(led(section.name).map { "\n" + $0 } ?? "")
            """
    }
}

extension SectionRanking {
    /// The name as headings have it: decoded, its first letter a capital.
    var heading: String { SectionName.heading(name) }
}
