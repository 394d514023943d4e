/// The articles by which the tide is told, while windows move on.
struct TidePanel {
    private let trends: Trends
    private let articles: [Int]
    /// In the 24 hours before a window, by end and article; 0 where the article is not on for long enough.
    private var viewsBefore: [Int]
    /// By article and end, as far as the article was ever asked for.
    private var ratios: [Ratio]
    private var isKnown: [Bool]
    /// Places of the articles, those first that had most views before the last window.
    private var ranked: [Int]

    private struct Ratio {
        /// What was seen, by what was expected.
        var value = 0.0
        /// 0 where nothing was expected.
        var weight = 0.0
    }

    /// - Parameter articles: All that could be in it.
    init(_ articles: [Int], of trends: Trends) {
        self.trends = trends
        self.articles = articles
        let ends = trends.grid.ends
        viewsBefore = Array(repeating: 0, count: ends.count * articles.count)
        ratios = Array(repeating: Ratio(), count: ends.count * articles.count)
        isKnown = Array(repeating: false, count: articles.count)
        ranked = Array(articles.indices)
        for (place, article) in articles.enumerated() {
            let views = trends.cells.running(article, over: trends.asked)
            for (index, end) in ends.enumerated() {
                let window = trends.window(endingAt: end)
                guard Int(trends.firstSlots[article]) + Trends.settledSlots <= window.lowerBound else { continue }
                viewsBefore[index * articles.count + place] = views[trends.dayBefore(window)]
            }
        }
    }

    /// - Parameter others: More views than these has no other article in any 24 hours.
    /// - Returns: Nil where another article could be one of the panel's.
    mutating func tides(others: Int) -> [Double?]? {
        var tides: [Double?] = []
        for end in trends.grid.ends.indices {
            rank(at: end)
            let last = articles.count < Trends.panelSize ? 0 : views(ranked[Trends.panelSize - 1], before: end)
            guard others < max(last, Trends.panelViews) else { return nil }
            tides.append(tide(at: end))
        }
        return tides
    }

    private func views(_ place: Int, before end: Int) -> Int { viewsBefore[end * articles.count + place] }

    /// - Complexity: O(n) where the order is nearly that of the last time.
    private mutating func rank(at end: Int) {
        let (articles, viewsBefore) = (articles, viewsBefore)
        let first = end * articles.count
        ranked.withUnsafeMutableBufferPointer { ranked in
            viewsBefore[first..<first + articles.count].withUnsafeBufferPointer { views in
                for index in ranked.indices.dropFirst() {
                    let place = ranked[index]
                    let own = views[place]
                    var next = index
                    while next > 0 {
                        let other = ranked[next - 1]
                        let others = views[other]
                        guard others < own || others == own && articles[place] < articles[other] else { break }
                        ranked[next] = other
                        next -= 1
                    }
                    ranked[next] = place
                }
            }
        }
    }

    /// Nil where too few articles are read.
    private mutating func tide(at end: Int) -> Double? {
        var told: [Ratio] = []
        told.reserveCapacity(Trends.panelSize)
        for place in ranked.prefix(Trends.panelSize) where views(place, before: end) >= Trends.panelViews {
            if !isKnown[place] { learn(place) }
            let ratio = ratios[place * trends.grid.ends.count + end]
            if ratio.weight > 0 { told.append(ratio) }
        }
        guard told.count >= Trends.smallestPanel else { return nil }
        told.sort { $0.value < $1.value }
        var left = told.reduce(0) { $0 + $1.weight } / 2
        for ratio in told {
            left -= ratio.weight
            if left <= 0 { return ratio.value }
        }
        return nil
    }

    private mutating func learn(_ place: Int) {
        isKnown[place] = true
        let views = trends.cells.running(articles[place], over: trends.asked)
        let course = trends.course(of: articles[place])
        let ends = trends.grid.ends
        for (index, end) in ends.enumerated() {
            let window = trends.window(endingAt: end)
            let expected = trends.expectation(views, course, in: window).views
            guard expected > 0 else { continue }
            ratios[place * ends.count + index] = Ratio(
                value: Double(views[window]) / expected, weight: expected.squareRoot())
        }
    }
}
