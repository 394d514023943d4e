import ArticleRanking
import LogReading

extension RankOutput {
    /// A heading, how far the days are known, and the table with its footer, as in `ranking.md`.
    var markdown: String {
        let table =
            scope.ranking.rows.isEmpty
            ? "No article was read \(nothing).\n"
            : "\(scope.table)\n\(scope.footer.map { $0 + "\n" } ?? "")\(remark)\n"
        return """
            \(MarkdownText.title(subject, of: site))

            \(views), by the clock of \(MarkdownText.escaping(ShownText.of(zoneName))).

            \(stateSentences)

            ## \(section.map { "Popular in \(MarkdownText.escaping($0.heading))" } ?? "Access Ranking")

            \(table)
            """
    }

    private var subject: String {
        if let window { return window.title }
        let first = WrittenDay.of(range.lowerBound)
        return isRange ? "\(first) to \(WrittenDay.of(range.upperBound))" : first
    }

    private var nothing: String {
        if window != nil { return "in this window" }
        return isRange ? "in these days" : "on this day"
    }

    private var views: String {
        let views = Figures.count(scope.ranking.views, "view", "views")
        let articles = Figures.count(scope.ranking.rows.count, "article", "articles")
        let share = section == nil ? "" : ", \(Figures.percentage(scope.ranking.views, of: whole.views)) of the site"
        return "\(views) of \(articles)\(share)"
    }

    private var remark: String {
        if window != nil { return "Views alone are kept by the minute, so neither visitors nor movement are told." }
        return isRange ? "Visitors of single days cannot be added up, so none are told." : scope.legend
    }
}
