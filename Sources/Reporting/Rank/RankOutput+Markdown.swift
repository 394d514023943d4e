import ArticleRanking
import LogReading

extension RankOutput {
    /// A heading, how far the days are known, and the table with its footer, as in `ranking.md`.
    var markdown: String {
        let (first, last) = (WrittenDay.of(range.lowerBound), WrittenDay.of(range.upperBound))
        let table =
            scope.ranking.rows.isEmpty
            ? "No article was read \(isRange ? "in these days" : "on this day").\n"
            : "\(scope.table)\n\(scope.footer.map { $0 + "\n" } ?? "")\(remark)\n"
        return """
            \(MarkdownText.title(isRange ? "\(first) to \(last)" : first, of: site))

            \(views), by the clock of \(MarkdownText.escaping(ShownText.of(zoneName))).

            \(stateSentences)

            ## \(section.map { "Popular in \(MarkdownText.escaping($0.heading))" } ?? "Access Ranking")

            \(table)
            """
    }

    private var views: String {
        let views = Figures.count(scope.ranking.views, "view", "views")
        let articles = Figures.count(scope.ranking.rows.count, "article", "articles")
        let share = section == nil ? "" : ", \(Figures.percentage(scope.ranking.views, of: whole.views)) of the site"
        return "\(views) of \(articles)\(share)"
    }

    private var remark: String {
        isRange ? "Visitors of single days cannot be added up, so none are told." : scope.legend
    }
}
