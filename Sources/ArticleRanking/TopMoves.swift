import LogReading

/// What moved in a ranking since the day before, what moved most first.
///
/// Of articles that moved as far the one with the better rank comes first (the rank then, where they went down), then the
/// key decides.
public struct TopMoves: Sendable {
    /// Articles of the top that were read on both days and won places, most places first.
    public let climbed: [RankMove]
    /// Articles of the top of the day before that were read on both days and lost places, most places first.
    public let fell: [RankMove]
    /// Articles read on both days with more views than before, most more first.
    public let gained: [RankMove]
    /// Articles read on both days with fewer views than before, most fewer first.
    public let lost: [RankMove]
    /// Articles of the top that were not in it on the day before, by rank.
    public let entered: [RankMove]
    /// Articles that were in the top on the day before and no longer are, by their rank then.
    public let left: [RankMove]

    /// Nil where nothing is known of the day before.
    ///
    /// - Parameter top: The last rank that is within the top.
    /// - Complexity: O(n log n) in the articles of both days.
    public init?(_ ranking: Ranking, top: Int) {
        guard ranking.isCompared else { return nil }
        let moves = ranking.moves
        func are(_ fits: (RankMove) -> Bool, by order: (RankMove) -> (Int, Int)) -> [RankMove] {
            moves.lazy.filter(fits).map { (order($0), $0) }
                .sorted { ($0.0.0, $0.0.1, $0.1.key) < ($1.0.0, $1.0.1, $1.1.key) }.map(\.1)
        }
        climbed = are({ $0.isIn(top) && $0.places ?? 0 > 0 }, by: { (-($0.places ?? 0), $0.after) })
        fell = are({ $0.wasIn(top) && $0.places ?? 0 < 0 }, by: { ($0.places ?? 0, $0.before) })
        gained = are({ $0.places != nil && $0.views > 0 }, by: { (-$0.views, $0.after) })
        lost = are({ $0.places != nil && $0.views < 0 }, by: { ($0.views, $0.before) })
        entered = are({ $0.isIn(top) && !$0.wasIn(top) }, by: { ($0.after, $0.before) })
        left = are({ $0.wasIn(top) && !$0.isIn(top) }, by: { ($0.before, $0.after) })
    }
}

extension RankMove {
    /// Without a rank it stands behind all others.
    fileprivate var before: Int { rankBefore ?? .max }
    fileprivate var after: Int { rankAfter ?? .max }
    /// Won; nil where the article had no view on one of both days.
    fileprivate var places: Int? { rankBefore.flatMap { before in rankAfter.map { before - $0 } } }
    /// Won.
    fileprivate var views: Int { viewsAfter - viewsBefore }

    fileprivate func isIn(_ top: Int) -> Bool { after <= top }
    fileprivate func wasIn(_ top: Int) -> Bool { before <= top }
}
