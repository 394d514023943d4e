/// What moved most in one scope from one day to the next.
///
/// Equal moves come by rank now, then by rank before, then by key bytes.
public struct Movers: Sendable {
    /// Articles that won most places.
    public let climbersByRank: [ComparedArticle]
    /// Articles that lost most places, and were read.
    public let fallersByRank: [ComparedArticle]
    /// Articles that won most views; those that are new are among them.
    public let climbersByViews: [ComparedArticle]
    /// Articles that lost most views; those that are gone are among them.
    public let fallersByViews: [ComparedArticle]
    /// Articles without a view on the day before, the best rank first.
    public let new: [ComparedArticle]
    /// Articles without a view on the day, the best rank before first.
    public let gone: [ComparedArticle]

    /// Places are told of articles whose better rank is among these: far down one view more wins hundreds of places.
    public static let ranks = 100

    /// - Parameters:
    ///   - count: How many articles of each kind at the most.
    ///   - previous: The whole ranking of the same scope on the day before.
    /// - Complexity: O(n log n) in the articles of both days.
    public init(of ranking: Ranking, after previous: Ranking, count: Int) {
        let rows = Comparison(of: ranking, with: previous).rows
        /// The articles whose measure is above 0, the greatest first.
        func most(_ measure: (ComparedArticle) -> Int) -> [ComparedArticle] {
            let measured = rows.indices.map { (place: $0, measure: measure(rows[$0])) }.filter { $0.measure > 0 }
            return measured.sorted { ($1.measure, $0.place) < ($0.measure, $1.place) }.prefix(count).map {
                rows[$0.place]
            }
        }
        climbersByRank = most { Movers.places($0) }
        fallersByRank = most { -Movers.places($0) }
        climbersByViews = most { $0.viewsChange }
        fallersByViews = most { -$0.viewsChange }
        new = Array(rows.lazy.filter { $0.movement == .new }.prefix(count))
        gone = Array(rows.lazy.filter { $0.movement == .gone }.prefix(count))
    }

    /// Places won, or lost below 0; 0 where they are not told.
    private static func places(_ row: ComparedArticle) -> Int {
        guard let then = row.then, let now = row.now, min(then.rank, now.rank) <= ranks else { return 0 }
        return then.rank - now.rank
    }
}
