import LogReading
import ViewCounting

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
        let candidates = Candidate.all(of: ranking)
        func are(_ fits: (Candidate) -> Bool, by order: (Candidate) -> (Int, Int)) -> [RankMove] {
            candidates.filter(fits).map { (order($0), $0) }
                .sorted { left, right in
                    left.0 != right.0 ? left.0 < right.0 : ranking.stands(left.1, beforeByKey: right.1)
                }
                .map { ranking.move(of: $0.1) }
        }
        climbed = are({ $0.isIn(top) && $0.places ?? 0 > 0 }, by: { (-($0.places ?? 0), $0.after) })
        fell = are({ $0.wasIn(top) && $0.places ?? 0 < 0 }, by: { ($0.places ?? 0, $0.before) })
        gained = are({ $0.places != nil && $0.views > 0 }, by: { (-$0.views, $0.after) })
        lost = are({ $0.places != nil && $0.views < 0 }, by: { ($0.views, $0.before) })
        entered = are({ $0.isIn(top) && !$0.wasIn(top) }, by: { ($0.after, $0.before) })
        left = are({ $0.wasIn(top) && !$0.isIn(top) }, by: { ($0.before, $0.after) })
    }
}

/// An article of either day in numbers alone: sorting moves no text.
private struct Candidate {
    /// Of the article's row, or among those that are gone.
    let index: Int
    /// By the keys of the rows; nil where it is gone.
    let keyPlace: Int?
    /// Without a rank it stands behind all others.
    let before: Int
    let after: Int
    /// Won.
    let views: Int

    private static let noRank = Int.max

    /// Won; nil where the article had no view on one of both days.
    var places: Int? { before == Candidate.noRank || after == Candidate.noRank ? nil : before - after }

    func isIn(_ top: Int) -> Bool { after <= top }
    func wasIn(_ top: Int) -> Bool { before <= top }

    static func all(of ranking: Ranking) -> [Candidate] {
        var candidates: [Candidate] = []
        candidates.reserveCapacity(ranking.rows.count + ranking.gone.count)
        for (place, row) in ranking.byKey.enumerated() {
            let course = ranking.rows[row].course
            candidates.append(
                Candidate(
                    index: row, keyPlace: place, before: course?.previousRank ?? noRank, after: ranking.rows[row].rank,
                    views: ranking.rows[row].article.views - (course?.previousViews ?? 0)))
        }
        for index in ranking.gone.indices {
            candidates.append(
                Candidate(
                    index: index, keyPlace: nil, before: ranking.gone[index].rank, after: noRank,
                    views: -ranking.gone[index].article.views))
        }
        return candidates
    }
}

extension Ranking {
    fileprivate func move(of candidate: Candidate) -> RankMove {
        candidate.keyPlace == nil ? RankMove(gone: gone[candidate.index]) : RankMove(rows[candidate.index])
    }

    fileprivate func stands(_ left: Candidate, beforeByKey right: Candidate) -> Bool {
        if let left = left.keyPlace, let right = right.keyPlace { return left < right }
        return key(of: left) < key(of: right)
    }

    private func key(of candidate: Candidate) -> ByteString {
        (candidate.keyPlace == nil ? gone : rows)[candidate.index].article.key
    }
}
