import Glibc

/// An article that was read more in a window than its course and the site's let expect, with the arithmetic of it.
public struct Rise: Hashable, Sendable {
    /// What the expectation is made of.
    public enum Baseline: String, Hashable, Sendable, CaseIterable {
        /// What it had at the same hour of the same weekday in past weeks.
        case weeks
        /// Its share of the site in the 24 hours before.
        case day
        /// What a new article of its section and age has.
        case new
    }

    public let article: UInt32
    /// A number of the counts that the trends are of.
    public let section: UInt32
    /// The minute at which the window ends, since 1970 UTC.
    public let end: UInt32
    /// Views in the window.
    public let seen: Int
    public let expected: Double
    /// How many times what was expected was seen, at the least and at the most: the credible interval's ends.
    public let lower: Double
    /// Nil where nothing bounds it.
    public let upper: Double?
    public let baseline: Baseline

    public var times: Double { Double(seen) / expected }

    /// What rises are ranked by: the times that are certain.
    public var score: Double { lower }
}

extension Rise {
    /// - Parameters:
    ///   - shape: How many views the expectation is worth as knowledge: the shape of its gamma distribution.
    init(
        _ article: UInt32, _ section: UInt32, end: UInt32, seen: Int, expected: Double, shape: Double,
        baseline: Baseline
    ) {
        self.article = article
        self.section = section
        self.end = end
        self.seen = seen
        self.expected = expected
        self.baseline = baseline
        // The rate behind what was seen is gamma distributed (Jeffreys' prior: shape seen + 1/2), and so is what was expected.
        // Of two gamma variables G(a) and G(b), G(a) / (G(a) + G(b)) is beta distributed.
        let ratio = BetaDistribution(Double(seen) + 0.5, shape)
        func times(_ probability: Double) -> Double? {
            let logOdds = ratio.logOdds(at: probability)
            guard logOdds < Rise.mostLogOdds else { return nil }
            return exp(logOdds) * shape / expected
        }
        lower = times(Rise.doubt) ?? 0
        upper = times(1 - Rise.doubt)
    }

    /// The probability beyond each end of the credible interval: hundreds of articles are looked at, 144 times a day.
    public static let doubt = 0.001
    private static let mostLogOdds = 40.0
}
