import Foundation

/// How alike two rankings are, from 0 (nothing in common) to 1 (the same), with more weight on the first ranks.
///
/// At each depth d it is asked what the articles of rank d or better have in common: A(d) = 2 |then ∩ now| / (|then| + |now|).
/// The answers are added up with weights that fall with the depth: (1 - p) · Σ p^(d-1) · A(d), over d = 1, 2, 3 ...
/// Articles of one rank come in together, at the depth of that rank: equal views are never put in an order of their own.
///
/// Lists end, the sum does not. `minimum` takes it that they have nothing more in common behind their ends, `maximum` that they
/// have all that is possible, `extrapolated` that they go on as alike as they were seen to be. None of them foresees an article
/// that shares its rank behind the end of a list.
///
/// - Source: W. Webber, A. Moffat, J. Zobel: A Similarity Measure for Indefinite Rankings, ACM TOIS 28(4), 2010. Equal ranks,
///   and lists of different length with them: the variant w of M. Corsi, J. Urbano: The Treatment of Ties in Rank-Biased
///   Overlap, SIGIR 2024.
public struct RankBiasedOverlap: Hashable, Sendable {
    /// How far down a reader looks: after each rank, the probability of going on to the next.
    public let p: Double
    public let extrapolated: Double
    public let minimum: Double
    public let maximum: Double

    /// The values that `p` can have: 0 looks at the first rank alone.
    public static let persistences = 0.0..<1.0

    /// The ranks of an article in both lists; nil where it is not in the list.
    public typealias Ranks = (then: Int?, now: Int?)

    /// Compares two lists; nil where one of them has no article.
    ///
    /// - Parameter articles: Each article of either list once, in any order. Ranks are those of a `Ranking`: 1, 2, 2, 4.
    /// - Precondition: `p` is one of `persistences`.
    /// - Complexity: O(n) in the articles.
    public init?(of articles: [Ranks], p: Double) {
        precondition(RankBiasedOverlap.persistences.contains(p), "a probability below 1")
        guard let depths = OverlapDepths(articles) else { return nil }
        self.p = p
        let (short, long, common) = (depths.short, depths.long, Double(depths.common[depths.long - 1]))
        var sums = (extrapolated: 0.0, minimum: 0.0, maximum: 0.0)
        var agreement = 0.0
        // (1 - p) · p^(d-1); and what Σ p^d / d still lacks behind the end.
        var weight = 1 - p
        var harmonic = -log1p(-p)
        var power = p
        for depth in 1...long {
            let seen = Double(depths.common[depth - 1])
            let sizes = Double(depths.sizes[depth - 1])
            // Ranks that the shorter list does not have; it is taken to have one article at each.
            let unseen = Double(max(0, depth - short))
            if depth <= short { agreement = 2 * seen / sizes }
            sums.extrapolated += weight * 2 * (seen + unseen * agreement) / sizes
            sums.minimum += weight * 2 * seen / sizes
            sums.maximum += weight * 2 * (seen + unseen) / sizes
            weight *= p
            harmonic -= power / Double(depth)
            power *= p
        }
        let atEnd = (common + Double(long - short) * agreement) / Double(long)
        // What the weights behind the end add up to is p^long = weight / (1 - p).
        extrapolated = sums.extrapolated + atEnd * weight / (1 - p)
        minimum = sums.minimum + (p > 0 ? common * max(0, harmonic) * (1 - p) / p : 0)
        // Both lists go on with what only the other one has, until they have the same articles.
        let all = long + short - depths.common[long - 1]
        for depth in (long + 1)..<(all + 1) {
            sums.maximum += weight * Double(2 * depth - all) / Double(depth)
            weight *= p
        }
        maximum = sums.maximum + weight / (1 - p)
    }
}

/// How many articles two lists have, alone and in common, down to each depth.
private struct OverlapDepths {
    /// Articles of the list that has fewer, and of the other.
    let short: Int
    let long: Int
    /// By depth - 1: articles in both lists.
    private(set) var common: [Int]
    /// By depth - 1: articles of the one list and of the other; ranks behind the end of the shorter have one each.
    private(set) var sizes: [Int]

    init?(_ articles: [RankBiasedOverlap.Ranks]) {
        let (then, now) = (articles.lazy.compactMap(\.then).count, articles.lazy.compactMap(\.now).count)
        (short, long) = (min(then, now), max(then, now))
        guard short > 0 else { return nil }
        common = Array(repeating: 0, count: long)
        sizes = common
        for ranks in articles {
            for rank in [ranks.then, ranks.now] {
                if let rank { sizes[rank - 1] += 1 }
            }
            if let then = ranks.then, let now = ranks.now { common[max(then, now) - 1] += 1 }
        }
        for index in common.indices.dropFirst() {
            common[index] += common[index - 1]
            sizes[index] += sizes[index - 1] + (index >= short ? 1 : 0)
        }
    }
}
