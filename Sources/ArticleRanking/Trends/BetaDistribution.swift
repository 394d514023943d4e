import Glibc

/// The beta distribution: how far along a share is likely to be.
///
/// Its cumulative distribution is the regularised incomplete beta function, by the continued fraction of NIST DLMF 8.17.22,
/// taken with Lentz's method as Thompson and Barnett put it (J. Comput. Phys. 64, 1986). Relative error below 1e-9 for shapes
/// from 0.01 to 1e6: tests have figures.
struct BetaDistribution {
    let first: Double
    let second: Double
    let logScale: Double

    /// - Precondition: Both shapes are above 0.
    init(_ first: Double, _ second: Double) {
        precondition(first > 0 && second > 0, "shapes of a beta distribution are above 0")
        self.first = first
        self.second = second
        logScale = Self.logGamma(first + second) - Self.logGamma(first) - Self.logGamma(second)
    }

    /// The logarithm of the probability of less than `odds / (1 + odds)`, and how fast it grows with the odds' logarithm.
    ///
    /// Odds are given by their logarithm: near 0 and 1 no digit is lost.
    func logCumulative(at logOdds: Double) -> (value: Double, slope: Double) {
        // log x and log (1 - x)
        let logShare = -log1p(exp(-logOdds))
        let logRest = -log1p(exp(logOdds))
        let logDensity = logScale + first * logShare + second * logRest
        let share = exp(logShare)
        if share < (first + 1) / (first + second + 2) {
            let part = Self.fraction(first, second, share) / first
            return (logDensity + log(part), 1 / part)
        }
        let density = exp(logDensity)
        let cumulative = 1 - density * Self.fraction(second, first, exp(logRest)) / second
        return (log(cumulative), density / cumulative)
    }

    private static let fractionTerms = 20_000
    private static let tiny = 1e-300

    private static func logGamma(_ value: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(value, &sign)
    }

    /// DLMF 8.17.22 without its leading factor.
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var numerator = 1.0
        var denominator = 1 / guarded(1 - (a + b) * x / (a + 1))
        var result = denominator
        func refine(_ step: Double) {
            denominator = 1 / guarded(1 + step * denominator)
            numerator = guarded(1 + step / numerator)
            result *= denominator * numerator
        }
        for term in 1...fractionTerms {
            let m = Double(term)
            refine(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)))
            refine(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)))
            if abs(denominator * numerator - 1) < 1e-15 { break }
        }
        return result
    }
}
