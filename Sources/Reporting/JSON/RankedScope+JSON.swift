import ArticleRanking
import LogReading
import ViewCounting

extension RankedScope {
    /// The rows as `ranking.json` has them.
    ///
    /// - Parameter url: What article paths are put behind to make links.
    func items(url: String?) -> JSONText { .list(rows.map { item($0, url: url) }) }

    private func item(_ row: RankedArticle, url: String?) -> JSONText {
        let article = row.article
        return .members([
            ("rank", .integer(row.rank)),
            ("previous_rank", .optional(row.course?.previousRank)),
            ("change", .optional(row.course?.change)),
            ("movement", .shown(row.course?.movement.rawValue)),
            ("article", .text(ShownText.of(article.key))),
            ("path", .text(ShownText.of(article.path))),
            ("url", .shown(ArticleLink.to(article.address, at: url))),
            ("title", .null),
            ("section", article.section.map { .text(ShownText.of($0)) } ?? .null),
            ("views", .integer(article.views)),
            ("previous_views", .optional(row.course?.previousViews)),
            ("share", .number(Figures.share(article.views, of: ranking.views))),
            ("visitors", .optional(knowsVisitors ? article.visitors : nil)),
        ])
    }
}
