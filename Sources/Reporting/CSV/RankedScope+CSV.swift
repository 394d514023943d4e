import ArticleRanking
import LogReading
import ViewCounting

extension RankedScope {
    /// The columns of every CSV file. New ones are appended, none is ever moved, renamed or dropped.
    static let csvColumns = [
        "date", "section", "rank", "previous_rank", "change", "movement", "article", "title", "views",
        "previous_views", "share", "visitors", "raw_clicks", "published", "path", "peak_rank", "days_in_top", "streak",
        "first_day",
    ]

    /// A CSV file of the rows of several rankings.
    ///
    /// - Parameter date: A day, or two with `..` between them.
    static func csv(_ scopes: [RankedScope], date: String, byteOrderMark: Bool) -> [UInt8] {
        var table = CSVTable(columns: csvColumns, byteOrderMark: byteOrderMark)
        for scope in scopes {
            scope.ranking.eachRow(upTo: scope.top) { scope.add($0, of: date, to: &table) }
        }
        return table.takeBytes()
    }

    private func add(_ row: RankedArticle, of date: String, to table: inout CSVTable) {
        let (article, course, chart) = (row.article, row.course, row.chart)
        let headline = naming.headlines[article.key]
        table.add(date)
        table.add(article.section)
        table.add(row.rank)
        table.add(course?.previousRank)
        table.add(course?.change)
        table.add(course?.movement.rawValue ?? "")
        table.add(article.key)
        table.add(headline.map { ByteString($0.title) })
        table.add(article.views)
        table.add(course?.previousViews)
        table.add(share: article.views, of: ranking.views)
        table.add(knowsVisitors ? article.visitors : nil)
        table.add(knowsRawClicks ? article.rawClicks : nil)
        table.add(headline.flatMap { naming.published($0) } ?? "")
        table.add(article.path)
        table.add(chart?.peakRank)
        table.add(chart?.daysInTop)
        table.add(chart?.streak)
        table.add(chart?.firstDay)
        table.endRow()
    }
}
