import ArticleRanking
import ViewCounting

extension DayReport {
    /// What changed since the version before, between two lines of its own; nil where nothing ever did.
    ///
    /// It tells the history of runs, so it stands outside the law that the same logs give the same bytes: the page without
    /// it, from marker to marker and one empty line more, is the page of a day that was counted in one go.
    var restated: String? {
        guard let restatement else { return nil }
        return """
            \(DayReport.restatedMarker)
            **RESTATED:** \(version(restatement))

            \(sources(of: restatement))\(views(of: restatement))
            \(moves(of: restatement))\(DayReport.restatedEndMarker)

            """
    }

    static let restatedMarker = "<!-- restated -->"
    static let restatedEndMarker = "<!-- /restated -->"

    /// Moves that are told one by one: a block is to be read at a glance.
    static let shownMoves = 10

    private func version(_ restatement: Restatement) -> String {
        let time = calendar.localTime(at: restatement.at)
        let clock = DayClock(day: time.day, calendar: calendar)
        return "this is version \(restatement.version) of this day; it changed on \(WrittenDay.of(time.day)), "
            + "\(clock.minute(time))."
    }

    private func sources(of restatement: Restatement) -> String {
        [("Came", restatement.came), ("Went", restatement.gone)].map { word, sources in
            sources.isEmpty ? "" : "- \(word): \(SourceNames.listed(sources, by: escapedWithLines))\n"
        }.joined()
    }

    private func escapedWithLines(_ source: Restatement.Source) -> String {
        "\(MarkdownText.escaping(ShownText.of(source.name))) (\(Figures.count(source.lines, "line", "lines")))"
    }

    private func views(of restatement: Restatement) -> String {
        let change = restatement.viewsAfter - restatement.viewsBefore
        let views =
            change == 0
            ? "- Views: \(Figures.grouped(restatement.viewsAfter)), as before\n"
            : "- Views: \(Figures.grouped(restatement.viewsBefore)) before, \(Figures.grouped(restatement.viewsAfter)) now "
                + "(\(Figures.signed(change)))\n"
        guard restatement.retracted > 0 else { return views }
        let retracted = Figures.count(restatement.retracted, "view", "views")
        return views + "- Taken back: \(retracted), which a click that came now makes double clicks\n"
    }

    private func moves(of restatement: Restatement) -> String {
        let shown = restatement.moves.prefix(DayReport.shownMoves)
        let others = restatement.moves.count - shown.count + restatement.otherMoves
        guard !shown.isEmpty else {
            guard others > 0 else { return "No rank changed.\n" }
            return "\(Figures.count(others, "rank", "ranks")) changed, none of them in the ranking below.\n"
        }
        let table = MarkdownTable(columns: RankMove.columns, rows: naming.rows(of: Array(shown)))
        return table.text + (others == 0 ? "" : "\n\(Figures.count(others, "more rank", "more ranks")) changed.\n")
    }
}
