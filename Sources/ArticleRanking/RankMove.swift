public import LogReading
import ViewCounting

/// An article in two rankings of one scope: before, and after.
public struct RankMove: Hashable, Sendable {
    public let key: ByteString
    /// The path shown after; of an article that is gone, the one that was shown.
    public let path: ByteString
    /// Nil where it had no view before.
    public let rankBefore: Int?
    /// Nil where it has no view any more.
    public let rankAfter: Int?
    public let viewsBefore: Int
    public let viewsAfter: Int
}

extension Ranking {
    /// Every article of it and of the ranking that it is compared with, in no order that is promised; none where there is no such.
    var moves: [RankMove] {
        let rows = rows.lazy.compactMap { row in
            row.course.map { course in
                RankMove(
                    key: row.article.key, path: row.article.path, rankBefore: course.previousRank, rankAfter: row.rank,
                    viewsBefore: course.previousViews, viewsAfter: row.article.views)
            }
        }
        return rows
            + gone.lazy.map { row in
                RankMove(
                    key: row.article.key, path: row.article.path, rankBefore: row.rank, rankAfter: nil,
                    viewsBefore: row.article.views, viewsAfter: 0)
            }
    }
}
