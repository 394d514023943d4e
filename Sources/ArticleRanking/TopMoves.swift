import LogReading
import ViewCounting

/// What moved in a ranking since the day before, what moved most first.
///
/// Of articles that moved as far the one with the better rank comes first (the rank then, where they went down), then the
/// key decides.
public struct TopMoves: Sendable {
    /// Articles of the top that were read on both days and won places, most places first.
    public let climbed: Kind
    /// Articles of the top of the day before that were read on both days and lost places, most places first.
    public let fell: Kind
    /// Articles read on both days with more views than before, most more first.
    public let gained: Kind
    /// Articles read on both days with fewer views than before, most fewer first.
    public let lost: Kind
    /// Articles of the top that were not in it on the day before, by rank.
    public let entered: Kind
    /// Articles that were in the top on the day before and no longer are, by their rank then.
    public let left: Kind

    /// Those that moved in one way.
    public struct Kind: Sendable {
        /// The first of them.
        public let told: [RankMove]
        /// How many there are.
        public let count: Int
    }

    /// Nil where nothing is known of the day before.
    ///
    /// - Parameters:
    ///   - top: The last rank that is within the top.
    ///   - most: So many of each kind are told.
    /// - Complexity: O(n) in the articles of both days, as long as few are told.
    public init?(_ ranking: Ranking, top: Int, most: Int) {
        guard ranking.isCompared else { return nil }
        let candidates = Candidate.all(of: ranking)
        func are(_ fits: (Candidate) -> Bool, by order: (Candidate) -> (Int, Int)) -> Kind {
            var told: [(order: (Int, Int), candidate: Candidate)] = []
            var count = 0
            for candidate in candidates where fits(candidate) {
                count += 1
                let order = order(candidate)
                let place =
                    told.lastIndex { other in
                        other.order != order
                            ? other.order < order : ranking.stands(other.candidate, beforeByKey: candidate)
                    }.map { $0 + 1 } ?? 0
                guard place < most else { continue }
                told.insert((order, candidate), at: place)
                if told.count > most { told.removeLast() }
            }
            return Kind(told: told.map { ranking.move(of: $0.candidate) }, count: count)
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
            let standing = ranking.standing(ofRow: row)
            candidates.append(
                Candidate(
                    index: row, keyPlace: place, before: standing.previousRank ?? noRank, after: standing.rank,
                    views: standing.views - standing.previousViews))
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
