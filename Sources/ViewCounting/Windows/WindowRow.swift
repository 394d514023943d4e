/// A row of a window's ranking.
public struct WindowRow: Hashable, Sendable {
    public let article: UInt32
    /// 1 + the number of articles of the scope with more views.
    public let rank: Int
    /// 1 or more.
    public let views: Int

    public init(article: UInt32, rank: Int, views: Int) {
        self.article = article
        self.rank = rank
        self.views = views
    }

    /// - Parameter rows: The first of a ranking, in order.
    static func ranked(_ rows: [Leaderboard.Row]) -> [WindowRow] {
        var rank = 0
        var viewsOfRank = -1
        return rows.enumerated().map { index, row in
            if row.views != viewsOfRank { (rank, viewsOfRank) = (index + 1, row.views) }
            return WindowRow(article: UInt32(row.article), rank: rank, views: row.views)
        }
    }
}
