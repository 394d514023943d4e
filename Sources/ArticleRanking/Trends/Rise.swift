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
    /// How many times what was expected was seen, at the least: the credible interval's lower end.
    public let lower: Double
    public let baseline: Baseline
    /// How many views the expectation is worth as knowledge: the shape of its gamma distribution.
    private let shape: Double

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
        self.shape = shape
        lower = Rise.times(Rise.doubt, seen: seen, expected: expected, shape: shape) ?? 0
    }

    /// How many times what was expected was seen, at the most: the credible interval's upper end; nil where nothing bounds it.
    public var upper: Double? { Rise.times(1 - Rise.doubt, seen: seen, expected: expected, shape: shape) }

    /// The rate behind what was seen is gamma distributed (Jeffreys' prior: shape seen + 1/2), and so is what was expected.
    /// Of two gamma variables G(a) and G(b), G(a) / (G(a) + G(b)) is beta distributed.
    private static func times(_ probability: Double, seen: Int, expected: Double, shape: Double) -> Double? {
        let logOdds = BetaDistribution(Double(seen) + 0.5, shape).logOdds(at: probability)
        return logOdds < mostLogOdds ? exp(logOdds) * shape / expected : nil
    }

    /// The probability beyond each end of the credible interval: hundreds of articles are looked at, 144 times a day.
    public static let doubt = 0.001
    private static let mostLogOdds = 40.0
}
