import ArticleRanking
import LogReading
import ViewCounting

extension DayReport {
    /// The site's ranking, the first `top` rows.
    var rankingCSV: [UInt8] { csv([Scope(rows: ranking.site.top(top).rows, views: ranking.site.views)]) }

    /// The whole ranking of the site.
    var articlesCSV: [UInt8] { csv([Scope(rows: ranking.site.rows[...], views: ranking.site.views)]) }

    /// The first `sectionTop` rows of every section, the largest section first.
    var sectionsCSV: [UInt8] {
        csv(ranking.sections.map { Scope(rows: $0.ranking.top(sectionTop).rows, views: $0.ranking.views) })
    }

    /// The columns of every CSV file of a report. New ones are appended, none is ever moved, renamed or dropped.
    static let csvColumns = [
        "date", "section", "rank", "previous_rank", "change", "movement", "article", "title", "views",
        "previous_views", "share", "visitors", "raw_clicks", "published", "path",
    ]

    /// Rows of one ranking, whose shares are of all its views.
    private struct Scope {
        let rows: ArraySlice<RankedArticle>
        let views: Int
    }

    private func csv(_ scopes: [Scope]) -> [UInt8] {
        var table = CSVTable(columns: DayReport.csvColumns, byteOrderMark: csvBOM)
        let date = day.description
        for scope in scopes {
            for row in scope.rows {
                let article = row.article
                table.add(date)
                table.add(article.section)
                table.add(row.rank)
                table.add(row.course?.previousRank)
                table.add(row.course?.change)
                table.add(row.course?.movement.rawValue ?? "")
                table.add(article.key)
                table.addEmpty()
                table.add(article.views)
                table.add(row.course?.previousViews)
                table.add(Figures.share(article.views, of: scope.views))
                table.add(article.visitors)
                table.add(article.rawClicks)
                table.addEmpty()
                table.add(article.path)
                table.endRow()
            }
        }
        return table.bytes
    }
}
