/// Which article is read when: Zipf's weights, each article's burst after publication and its decay, in steps of half
/// an hour.
///
/// - Complexity: O(articles) time and memory per step.
struct Popularity: Sendable {
    private static let stepSeconds = 1800
    /// What of the interest never fades: archive readers and search engines.
    private static let residue = 0.003
    /// The share of the first readers that an article has at once; all are there after `riseHours`.
    private static let atOnce = 0.3
    private static let riseHours = 0.75
    private static let echoShare = 0.5

    private let start: Int
    private let steps: [CumulativeWeights]

    init(of articles: [Article], in day: Range<Int>) {
        start = day.lowerBound
        steps = stride(from: day.lowerBound, to: day.upperBound, by: Self.stepSeconds).map { begin in
            CumulativeWeights(articles.lazy.map { Self.weight(of: $0, from: begin) })
        }
    }

    /// An article that was out when the step of this second began.
    func draw(at second: Int, _ random: inout SeededRandom) -> Int {
        let step = min(max(0, (second - start) / Self.stepSeconds), steps.count - 1)
        return steps[step].draw(&random)
    }

    private static func weight(of article: Article, from second: Int) -> Double {
        guard article.published <= second else { return 0 }
        var interest = wave(article, since: article.published, at: second) + residue
        if let echo = article.echo, echo <= second { interest += echoShare * wave(article, since: echo, at: second) }
        return article.popularity * interest
    }

    private static func wave(_ article: Article, since begin: Int, at second: Int) -> Double {
        let hours = Double(second + stepSeconds / 2 - begin) / 3600
        let rise = min(1, atOnce + hours / riseHours)
        let faded = 1 + hours / article.fadeHours
        return rise / (faded * faded)
    }
}
