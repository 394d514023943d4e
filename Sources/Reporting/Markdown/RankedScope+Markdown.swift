import ArticleRanking
import LogReading
import ViewCounting

extension RankedScope {
    /// The rows; columns that say nothing of any row are left out.
    var table: String {
        let names = naming.markdown(of: rows.map { ($0.article.key, $0.article.path) })
        let columns: [(column: MarkdownTable.Column, cells: [String]?)] = [
            (("Rank", .right), rows.map { String($0.rank) }),
            (("Move", .left), ranking.isCompared ? rows.map { $0.course?.arrow ?? "" } : nil),
            (("Chart", .left), hasCharts ? rows.map { $0.chartText } : nil),
            (("Views", .right), rows.map { Figures.grouped($0.article.views) }),
            (("Share", .right), rows.map { Figures.percentage($0.article.views, of: ranking.views) }),
            (("Visitors", .right), knowsVisitors ? rows.map { Figures.grouped($0.article.visitors) } : nil),
            (("By the hour", .left), hours.map { hours in rows.map { hours.bars(of: $0.article.key) } }),
            (("Article", .left), names),
        ]
        let shown = columns.compactMap { column, cells in cells.map { (column, $0) } }
        return MarkdownTable(
            columns: shown.map(\.0), rows: rows.indices.map { row in shown.map { $0.1[row - rows.startIndex] } }
        ).text
    }

    private var hasCharts: Bool { rows.contains { !$0.chartText.isEmpty } }

    /// How many more articles share the last row's rank; nil where none does.
    var footer: String? {
        let (rows, more) = ranking.top(top)
        guard let last = rows.last, more > 0 else { return nil }
        let articles = Figures.count(more, "more article shares", "more articles share")
        return "\(articles) rank \(last.rank), with \(Figures.count(last.article.views, "view", "views"))."
    }

    /// What the signs mean that are in the table, or why there are none.
    var legend: String {
        let movement =
            ranking.isCompared
            ? "▲ ▼ places won and lost since the day before, = the same place, NEW never read before, RE read before, but not on "
                + "the day before."
            : "The day before is not known in full, so nothing is said of movement."
        let charts = "3rd day: in the top for the third day in a row; peak 1: it has been first before."
        let hours =
            "By the hour: views from midnight on, ▁ none, █ the article's best hour, · an hour without any line."
        return [movement, hasCharts ? charts : nil, self.hours == nil ? nil : hours].compactMap(\.self)
            .joined(separator: "\n")
    }
}

extension RankedArticle {
    /// `3rd day, peak 1`: a run of two days or more in the top, and a peak above today's rank; what goes without saying is left out.
    fileprivate var chartText: String {
        guard let chart else { return "" }
        let run = chart.streak >= RankedArticle.shortestRun ? "\(Figures.ordinal(chart.streak)) day" : nil
        let peak = chart.peakRank < rank ? "peak \(chart.peakRank)" : nil
        return [run, peak].compactMap(\.self).joined(separator: ", ")
    }

    private static let shortestRun = 2
}

extension DayOverDay {
    /// `▲3`, `▼2`, `=`, `NEW` or `RE`.
    var arrow: String {
        switch movement {
        case .new: "NEW"
        case .reentry: "RE"
        case .up: "▲\(change ?? 0)"
        case .down: "▼\(-(change ?? 0))"
        case .same: "="
        }
    }
}
