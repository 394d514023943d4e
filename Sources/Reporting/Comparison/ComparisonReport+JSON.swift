import ArticleRanking
import LogReading
import ViewCounting

extension ComparisonReport {
    var json: String {
        JSONText.members([
            ("schema", .integer(DayReport.jsonSchema)),
            ("site", .shown(site.name)),
            ("timezone", .shown(site.calendar.zoneName)),
            ("section", scope.section.map { .text(ShownText.of($0.name)) } ?? .null),
            ("then", side(then, scope.then)),
            ("now", side(now, scope.now)),
            ("same_hours", sameHours.map { .list($0.map { .integer($0) }) } ?? .null),
            ("similarity", similarity.map(members) ?? .null),
            ("items", rows.items),
        ]).document
    }

    private func side(_ side: PeriodRanking, _ ranking: Ranking) -> JSONText {
        .members([
            ("period", .text("\(side.period)")),
            ("from", .text("\(side.period.days.lowerBound)")),
            ("to", .text("\(side.period.days.upperBound)")),
            ("state", .text(side.states.text)),
            ("missing_days", .list(side.missing.map { .text(DayRuns.text($0)) })),
            ("hours_without_lines", .integer(side.hoursWithoutLines.count)),
            ("total_views", .integer(ranking.views)),
            ("articles", .integer(ranking.rows.count)),
            ("articles_in_top", .integer(ranking.rows.prefix { $0.rank <= top }.count)),
        ])
    }

    private func members(of similarity: Similarity) -> JSONText {
        let rbo = similarity.rbo
        func number(_ value: Double) -> JSONText {
            .number(Figures.fraction(value, places: ComparisonReport.overlapDecimals))
        }
        return .members([
            ("n", .integer(similarity.n)),
            ("overlap", .integer(similarity.overlap)),
            (
                "rbo",
                .members([
                    ("p", .number("\(rbo.p)")), ("ext", number(rbo.extrapolated)), ("min", number(rbo.minimum)),
                    ("max", number(rbo.maximum)),
                ])
            ),
        ])
    }

    private static let overlapDecimals = 6
}
