import ArticleRanking

extension RankMove {
    /// Of a table that tells of moves one by one.
    static let columns: [MarkdownTable.Column] = [
        ("Was", .right), ("Is", .right), ("Views were", .right), ("Views are", .right), ("Article", .left),
    ]
}

extension ArticleNaming {
    /// The cells of `RankMove.columns`; `–` is no rank.
    func rows(of moves: [RankMove]) -> [[String]] {
        zip(moves, markdown(of: moves.map { ($0.key, $0.path) })).map { move, name in
            [
                move.rankBefore.map(String.init) ?? "–", move.rankAfter.map(String.init) ?? "–",
                Figures.grouped(move.viewsBefore), Figures.grouped(move.viewsAfter), name,
            ]
        }
    }
}
