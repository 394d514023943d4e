import Glibc

extension BetaDistribution {
    /// The logarithm of the odds below which lies a probability; `widestLogOdds` and its negative are the ends.
    ///
    /// By the odds' logarithm the cumulative's logarithm is concave: Newton's method finds it from anywhere, and from the
    /// approximation by normal quantiles (Abramowitz and Stegun 26.5.22) in two or three steps.
    ///
    /// - Complexity: some three sums of a continued fraction.
    func logOdds(at probability: Double) -> Double {
        guard probability <= 0.5 else { return -BetaDistribution(second, first).logOdds(at: 1 - probability) }
        let goal = log(probability)
        var logOdds = roughLogOdds(at: probability)
        for _ in 0..<BetaDistribution.mostSteps {
            let (value, slope) = logCumulative(at: logOdds)
            let last = logOdds
            logOdds = max(-Self.widestLogOdds, min(Self.widestLogOdds, last - (value - goal) / slope))
            // The next error is of the order of this step's square.
            if abs(logOdds - last) < BetaDistribution.smallestStep { break }
        }
        return logOdds
    }

    /// - Parameter probability: 0.5 at the most.
    private func roughLogOdds(at probability: Double) -> Double {
        let middle = log(first / second)
        guard first >= 1, second >= 1 else {
            // Near 0 the cumulative is a power.
            return max(-Self.widestLogOdds, min(middle, (log(probability * first) - logScale) / first))
        }
        let deviate = BetaDistribution.normalDeviate(probability)
        let (one, two) = (1 / (2 * first - 1), 1 / (2 * second - 1))
        let lambda = (deviate * deviate - 3) / 6
        let mean = 2 / (one + two)
        let half = deviate * max(0, mean + lambda).squareRoot() / mean - (two - one) * (lambda + 5 / 6 - 2 / (3 * mean))
        return middle - 2 * half
    }

    /// What a normal variable is above with a probability of up to 0.5, to 0.003 (Abramowitz and Stegun 26.2.22).
    private static func normalDeviate(_ probability: Double) -> Double {
        let t = (-2 * log(probability)).squareRoot()
        return t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t))
    }

    /// Beyond them a share is 0 or 1 for all that doubles can tell.
    static let widestLogOdds = 600.0
    private static let mostSteps = 100
    private static let smallestStep = 1e-9
}
