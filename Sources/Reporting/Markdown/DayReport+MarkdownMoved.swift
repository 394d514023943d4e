import ArticleRanking

extension DayReport {
    /// "What moved": the articles of the site that moved most since the day before; nil where none is known to have moved.
    var moved: String? {
        guard let movers = TopMoves(ranking.site, top: top, most: DayReport.shownMovers) else { return nil }
        let groups = [
            ("Climbed", movers.climbed), ("Fell", movers.fell), ("More views", movers.gained),
            ("Fewer views", movers.lost), ("Came in", movers.entered), ("Dropped out", movers.left),
        ].filter { $0.1.count > 0 }
        guard !groups.isEmpty else { return nil }
        let shown = groups.flatMap(\.1.told)
        let labels = groups.flatMap { name, moves in
            ["\(name) (\(Figures.grouped(moves.count)))"]
                + Array(repeating: "", count: moves.told.count - 1)
        }
        let table = MarkdownTable(
            columns: [("What", .left)] + RankMove.columns,
            rows: zip(labels, naming.rows(of: shown)).map { [$0] + $1 })
        return """
            ## What moved

            Against the day before, \(DayReport.shownMovers) of each kind at most; the number is that of all.

            \(table.text)
            Climbed, came in: of the top \(Figures.grouped(top)) now. Fell, dropped out: of the top then.

            """
    }

    /// Moves of a kind that are told: what has moved is to be read at a glance.
    public static let shownMovers = 3
}
