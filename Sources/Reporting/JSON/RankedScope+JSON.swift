import ArticleRanking
import LogReading
import ViewCounting

extension RankedScope {
    /// The rows as `ranking.json` has them.
    var items: JSONText { .list(rows.map(item)) }

    private func item(_ row: RankedArticle) -> JSONText {
        let article = row.article
        return .members([
            ("rank", .integer(row.rank)),
            ("previous_rank", .optional(row.course?.previousRank)),
            ("change", .optional(row.course?.change)),
            ("movement", .shown(row.course?.movement.rawValue)),
            ("article", .text(ShownText.of(article.key))),
            ("path", .text(ShownText.of(article.path))),
            ("url", .shown(naming.link(to: (article.key, article.path)))),
            ("title", naming.title(of: article.key).map { .text($0) } ?? .null),
            ("section", article.section.map { .text(ShownText.of($0)) } ?? .null),
            ("views", .integer(article.views)),
            ("previous_views", .optional(row.course?.previousViews)),
            ("share", .number(Figures.share(article.views, of: ranking.views))),
            ("visitors", .optional(knowsVisitors ? article.visitors : nil)),
            ("published", naming.published(article.key).map { .text($0) } ?? .null),
            ("peak_rank", .optional(row.chart?.peakRank)),
            ("days_in_top", .optional(row.chart?.daysInTop)),
            ("streak", .optional(row.chart?.streak)),
            ("first_day", row.chart.map { .text($0.firstDay.description) } ?? .null),
        ])
    }
}
