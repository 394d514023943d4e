import Glibc
import Testing

@testable import ArticleRanking

@Suite struct BetaDistributionTests {
    /// Logarithms of odds by scipy 1.17: `log(beta.ppf(p, a, b)) - log(beta.ppf(1 - p, b, a))`.
    private static let figures: [(first: Double, second: Double, probability: Double, logOdds: Double)] = [
        (0.5, 0.5, 0.001, -12.91234350245035), (0.5, 0.5, 0.5, 0), (0.5, 0.5, 0.999, 12.912343502450348),
        (412.5, 61, 0.001, 1.511813526499275), (412.5, 61, 0.5, 1.9160278527064176),
        (412.5, 61, 0.999, 2.365081302320073), (30.5, 0.07, 0.001, 2.2428953547120756),
        (30.5, 0.07, 0.5, 13.826001862531486), (30.5, 0.07, 0.999, 102.6061458259995),
        (100.5, 8, 0.001, 1.570838876281105), (100.5, 8, 0.999, 3.956155462438482),
        (5, 3, 0.001, -1.784292954907308), (5, 3, 0.5, 0.5575432852121255), (5, 3, 0.999, 3.4237698511648937),
        (0.05, 0.05, 0.001, -124.36883604333744), (20000.5, 50, 0.001, 5.589060058649362),
        (20000.5, 50, 0.999, 6.471300480129003),
    ]

    @Test("Quantiles are those of scipy", arguments: figures)
    func quantiles(first: Double, second: Double, probability: Double, logOdds: Double) {
        let found = BetaDistribution(first, second).logOdds(at: probability)
        #expect(abs(found - logOdds) < 1e-9 * max(1, abs(logOdds)), "\(found)")
    }

    @Test("A quantile has its probability below it", arguments: [0.001, 0.2, 0.5, 0.9, 0.999])
    func inverse(probability: Double) {
        for shapes in [(0.2, 3.0), (7, 0.9), (300, 40), (2.5, 2.5)] {
            let distribution = BetaDistribution(shapes.0, shapes.1)
            let found = distribution.logCumulative(at: distribution.logOdds(at: probability)).value
            #expect(abs(exp(found) - probability) < 1e-9)
        }
    }
}
