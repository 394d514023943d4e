import ArticleRanking
import LogReading
import ViewCounting

extension DayReport {
    /// The site's ranking, the first `top` rows.
    var rankingCSV: String { csv(scope(ranking.site.top(top).rows, of: ranking.site)) }

    /// The whole ranking of the site.
    var articlesCSV: String { csv(scope(ranking.site.rows[...], of: ranking.site)) }

    /// The first `sectionTop` rows of every section, the largest section first.
    var sectionsCSV: String {
        csv(ranking.sections.map { scope($0.ranking.top(sectionTop).rows, of: $0.ranking) }.joined())
    }

    /// The columns of every CSV file of a report. New ones are appended, none is ever moved, renamed or dropped.
    static let csvColumns = [
        "date", "section", "rank", "previous_rank", "change", "movement", "article", "title", "views",
        "previous_views", "share", "visitors", "raw_clicks", "published", "path",
    ]

    private func csv(_ lines: some Sequence<String>) -> String {
        (csvBOM ? CSVText.byteOrderMark : "") + CSVText.line(DayReport.csvColumns) + lines.joined()
    }

    /// Rows of one scope, whose views the shares are of.
    private func scope(_ rows: ArraySlice<RankedArticle>, of ranking: Ranking) -> [String] {
        let date = day.description
        return rows.map { row in
            let article = row.article
            let course = row.course
            return CSVText.line([
                date,
                CSVText.cell(article.section),
                String(row.rank),
                (course?.previousRank).map { String($0) } ?? "",
                (course?.change).map { String($0) } ?? "",
                course?.movement.rawValue ?? "",
                CSVText.cell(article.key),
                CSVText.cell(nil),
                String(article.views),
                (course?.previousViews).map { String($0) } ?? "",
                Figures.share(article.views, of: ranking.views),
                String(article.visitors),
                String(article.rawClicks),
                "",
                CSVText.cell(article.path),
            ])
        }
    }
}
