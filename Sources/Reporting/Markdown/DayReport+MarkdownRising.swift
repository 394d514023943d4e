import ArticleRanking

extension DayReport {
    /// "Rising": the articles that were read much more than was to be expected, each in its strongest hour; nil where none was.
    var rising: String? {
        guard !rises.isEmpty else { return nil }
        let shown = shownRises(DayReport.shownRising)
        let count = Figures.count(rises.count, "article", "articles")
        let all =
            rises.count > TrendReport.usualRows
            ? "the figures of the first \(TrendReport.usualRows) are"
            : "all \(rises.count == 1 ? "its" : "their") figures are"
        return """
            ## Rising

            Read much more in an hour than was to be expected, the surest first; each article in its strongest hour.

            \(shown.list(tellsEnd: true))
            \(count) rose; \(all) in [trending.csv](trending.csv).

            """
    }

    /// Rises that are told: what the day brought is to be read at a glance.
    static let shownRising = 5
}
