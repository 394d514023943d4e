import ArticleRanking
import LogReading

extension RankOutput {
    /// The members of `ranking.json` for one ranking; what it does not have is null.
    var json: String {
        JSONText.members(
            [
                ("schema", .integer(DayReport.jsonSchema)),
                ("site", .shown(site)),
                ("day", isRange ? .null : .text("\(range.lowerBound)")),
                ("from", .text(window?.first ?? "\(range.lowerBound)")),
                ("to", .text(window?.end ?? "\(range.upperBound)")),
                ("timezone", .shown(zoneName)),
                ("state", .text(state)),
                ("missing_days", .list(missing.map { .text(DayRuns.text($0)) })),
                ("section", section.map { .text(ShownText.of($0.name)) } ?? .null),
                ("total_views", .integer(scope.ranking.views)),
                ("items", scope.items),
                ("sharing_last_rank", .integer(scope.ranking.top(scope.top).alsoSharingLastRank)),
            ] + (window.map { [("window", .text("\($0.length)"))] } ?? [])
        ).document
    }
}
