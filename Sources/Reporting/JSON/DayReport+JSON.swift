import ArticleRanking
import LogReading
import ViewCounting

extension DayReport {
    /// The rankings for programs, such as the box beside an article on the site.
    var json: String {
        JSONText.members([
            ("schema", .integer(DayReport.jsonSchema)),
            ("site", .shown(site)),
            ("day", .text(day.description)),
            ("timezone", .shown(calendar.zoneName)),
            ("state", .text(counts.coverage.stateText)),
            ("total_views", .integer(ranking.site.views)),
            ("items", items(of: ranking.site, first: top)),
            ("sections", .list(ranking.sections.map(section))),
        ]).document
    }

    /// Raised when a member changes its meaning or goes; new members do not raise it.
    static let jsonSchema = 1

    private func section(_ section: SectionRanking) -> JSONText {
        .members([
            ("name", .text(ShownText.of(section.name))),
            ("total_views", .integer(section.ranking.views)),
            ("items", items(of: section.ranking, first: sectionTop)),
        ])
    }

    private func items(of ranking: Ranking, first count: Int) -> JSONText {
        .list(ranking.top(count).rows.map { item($0, of: ranking) })
    }

    private func item(_ row: RankedArticle, of ranking: Ranking) -> JSONText {
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
            ("visitors", .integer(article.visitors)),
        ])
    }
}
