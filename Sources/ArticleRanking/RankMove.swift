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

extension RankMove {
    /// Of an article that is still read, in a ranking that is compared.
    init(_ row: RankedArticle) {
        self.init(
            key: row.article.key, path: row.article.path, rankBefore: row.course?.previousRank, rankAfter: row.rank,
            viewsBefore: row.course?.previousViews ?? 0, viewsAfter: row.article.views)
    }

    /// - Parameter row: Of the ranking before.
    init(gone row: RankedArticle) {
        self.init(
            key: row.article.key, path: row.article.path, rankBefore: row.rank, rankAfter: nil,
            viewsBefore: row.article.views, viewsAfter: 0)
    }
}

extension Ranking {
    /// Every article of it and of the ranking that it is compared with, in no order that is promised; none where there is no such.
    var moves: [RankMove] { isCompared ? rows.map { RankMove($0) } + gone.map { RankMove(gone: $0) } : [] }
}
