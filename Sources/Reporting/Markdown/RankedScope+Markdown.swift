import ArticleRanking
import LogReading
import ViewCounting

extension RankedScope {
    /// The rows; without a column for movement where nothing is known of it.
    var table: String {
        let hasCourse = rows.contains { $0.course != nil }
        let movement: [MarkdownTable.Column] = hasCourse ? [("Move", .left)] : []
        let visitors: [MarkdownTable.Column] = knowsVisitors ? [("Visitors", .right)] : []
        let names = naming.markdown(of: rows.map { ($0.article.key, $0.article.path) })
        return MarkdownTable(
            columns: [("Rank", .right)] + movement + [("Views", .right), ("Share", .right)] + visitors
                + [("Article", .left)],
            rows: zip(rows, names).map { row, name in
                let article = row.article
                return [String(row.rank)] + (hasCourse ? [row.course?.arrow ?? ""] : [])
                    + [Figures.grouped(article.views), Figures.percentage(article.views, of: ranking.views)]
                    + (knowsVisitors ? [Figures.grouped(article.visitors)] : [])
                    + [name]
            }
        ).text
    }

    /// How many more articles share the last row's rank; nil where none does.
    var footer: String? {
        let (rows, more) = ranking.top(top)
        guard let last = rows.last, more > 0 else { return nil }
        let articles = Figures.count(more, "more article shares", "more articles share")
        return "\(articles) rank \(last.rank), with \(Figures.count(last.article.views, "view", "views"))."
    }

    /// What the signs of movement mean, or why there are none.
    var legend: String {
        ranking.rows.contains { $0.course != nil }
            ? "▲ ▼ places won and lost since the day before, = the same place, NEW no view on the day before."
            : "The day before is not known in full, so nothing is said of movement."
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
