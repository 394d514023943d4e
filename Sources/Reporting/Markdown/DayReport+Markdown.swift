import ArticleRanking
import LogReading
import ViewCounting

extension DayReport {
    /// The report for people, to be read raw as well as rendered.
    var markdown: String {
        // A changed report says so before all figures: an editor may have used the old ones.
        ([heading, restated, siteRanking, moved, rising, ledSite].compactMap(\.self) + popularSections + [
            accounting, facts,
        ])
        .joined(separator: "\n")
    }

    private var heading: String {
        let views = Figures.count(ranking.site.views, "view", "views")
        let articles = Figures.count(ranking.site.rows.count, "article", "articles")
        return """
            \(MarkdownText.title(WrittenDay.of(day), of: site))

            \(views) of \(articles), by the clock of \(MarkdownText.escaping(ShownText.of(calendar.zoneName))).

            \(stateSentences)

            """
    }

    var stateSentences: String {
        let partial = "**PARTIAL:** the logs do not reach the end of this day yet; views may still come and ranks move."
        let incomplete =
            "**INCOMPLETE:** a log file was damaged; views of this day may be missing until a good copy has been read."
        switch (counts.coverage.state, counts.coverage.incomplete) {
        case (.complete, false): return "Complete: the logs go on past the end of this day."
        case (.complete, true): return incomplete
        case (.partial, false): return partial
        case (.partial, true): return partial + "\n\n" + incomplete
        }
    }
}
