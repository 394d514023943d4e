import LogReading
import ViewCounting

/// Two rankings of one scope side by side: every article of either, and how alike they are.
///
/// Which was earlier is not asked: what is called "then" is compared with what is called "now".
public struct Comparison: Sendable {
    public let then: Ranking
    public let now: Ranking

    /// Rows of both rankings by article: by rank now, then by rank then, then by key bytes.
    private let places: [Place]

    /// Where an article stands among the rows of both rankings; in one of them at least.
    private struct Place {
        let then: Int?
        let now: Int?
    }

    /// - Complexity: O(n log n) in the articles of both where all ranks are shared, O(n) where few are.
    public init(of now: Ranking, with then: Ranking) {
        self.now = now
        self.then = then
        let placesThen = Dictionary(
            uniqueKeysWithValues: zip(then.rows.lazy.map(\.article.key), then.rows.indices))
        var isGone = Array(repeating: true, count: then.rows.count)
        var places: [Place] = []
        places.reserveCapacity(now.rows.count)
        var start = 0
        while start < now.rows.count {
            let rank = now.rows[start].rank
            let end = now.rows[start...].firstIndex { $0.rank != rank } ?? now.rows.endIndex
            let sharing = (start..<end).map { Place(then: placesThen[now.rows[$0].article.key], now: $0) }
            for place in sharing { if let then = place.then { isGone[then] = false } }
            // Rows of one rank are by key already, and the sort keeps what is equal in its order.
            let ranksThen = sharing.map { $0.then.map { then.rows[$0].rank } ?? .max }
            let order = sharing.indices.sorted { (ranksThen[$0], $0) < (ranksThen[$1], $1) }
            places += order.map { sharing[$0] }
            start = end
        }
        // What is gone follows as it was ranked: by rank then, and by key.
        self.places = places + isGone.indices.filter { isGone[$0] }.map { Place(then: $0, now: nil) }
    }

    /// Every article of either ranking.
    public var rows: [ComparedArticle] { rows { _ in true } }

    /// The articles that are among the first `count` rows of one ranking at least.
    public func top(_ count: Int) -> [ComparedArticle] {
        let (topThen, topNow) = (then.top(count).rows, now.top(count).rows)
        return rows { place in
            place.then.map(topThen.indices.contains) ?? false || place.now.map(topNow.indices.contains) ?? false
        }
    }

    private func rows(where isShown: (Place) -> Bool) -> [ComparedArticle] {
        places.compactMap { place in
            guard isShown(place) else { return nil }
            return ComparedArticle(then: place.then.map { then.rows[$0] }, now: place.now.map { now.rows[$0] })
        }
    }

    /// How alike the first `n` ranks are; nil where one of the rankings has no article.
    ///
    /// All articles of rank `n` or better are compared, those that share the last rank too.
    ///
    /// - Precondition: `n` is 1 or more, `p` one of `RankBiasedOverlap.persistences`.
    /// - Complexity: O(n) in the articles of both.
    public func similarity(n: Int, p: Double) -> Similarity? {
        precondition(n >= 1, "lists without a rank cannot be compared")
        let ranks = places.map { place -> RankBiasedOverlap.Ranks in
            let rankThen = place.then.map { then.rows[$0].rank }
            let rankNow = place.now.map { now.rows[$0].rank }
            return (rankThen.flatMap { $0 <= n ? $0 : nil }, rankNow.flatMap { $0 <= n ? $0 : nil })
        }
        guard let overlap = RankBiasedOverlap(of: ranks, p: p) else { return nil }
        return Similarity(
            n: n, then: ranks.count { $0.then != nil }, now: ranks.count { $0.now != nil },
            overlap: ranks.count { $0.then != nil && $0.now != nil }, rbo: overlap)
    }
}

/// How alike the first ranks of two rankings are.
public struct Similarity: Hashable, Sendable {
    /// The last rank that was compared.
    public let n: Int
    /// Articles of rank `n` or better then and now: more than `n` where they share ranks, fewer where no more were read.
    public let then: Int
    public let now: Int
    /// Articles that are among both.
    public let overlap: Int
    public let rbo: RankBiasedOverlap
}
