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
            ("items", scope(ranking.site, top: top).items),
            ("sections", .list(ranking.sections.map(section))),
            ("rising", shownRises(TrendReport.usualRows).items),
        ]).document
    }

    /// Raised when a member changes its meaning or goes; new members do not raise it.
    static let jsonSchema = 1

    private func section(_ section: SectionRanking) -> JSONText {
        .members([
            ("name", .text(ShownText.of(section.name))),
            ("total_views", .integer(section.ranking.views)),
            ("items", scope(section.ranking, top: sectionTop).items),
        ])
    }
}
