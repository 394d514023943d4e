/// Which articles rise: what was seen in a window against what was to be expected, at any of the ends of a grid.
public struct Trends: Sendable {
    private let grid: TrendGrid
    private let windowSlots: Int
    private let rules: TrendRules
    private let typical: TypicalCourse
    private let sections: [UInt32]
    private let firstSlots: [Int32]
    private let isNew: [Bool]
    private let cells: ArticleCells
    /// The articles that can rise, or tell the tide: others have too few views in the time that is asked about.
    private let candidates: [Int]

    public init(_ counts: TrendCounts, rules: TrendRules = TrendRules()) {
        self.init(counts, order: counts.firstSlots.indices.map { UInt32($0) }, rules: rules)
    }

    /// - Parameter order: All articles with views, in the order in which they are gone through; rises have their places in it as numbers.
    init(_ counts: TrendCounts, order: [UInt32], rules: TrendRules) {
        let ordered = counts.inOrder(order)
        grid = counts.grid
        windowSlots = counts.windowSlots
        self.rules = rules
        typical = TypicalCourse(ordered)
        sections = ordered.sections
        firstSlots = ordered.firstSlots
        isNew = ordered.firstSlots.indices.map { ordered.isNew($0) }
        let asked = max(0, (grid.ends.first ?? 0) - windowSlots - TrendGrid.slotsPerDay)
        var views = Array(repeating: 0, count: counts.firstSlots.count)
        for cell in counts.cells where Int(cell.slot) >= asked { views[Int(cell.article)] += Int(cell.views) }
        let fewest = min(rules.leastViews, Trends.panelViews)
        candidates = order.indices.filter { views[Int(order[$0])] >= fewest }
        cells = ArticleCells(of: candidates, in: counts, order: order)
    }

    /// The rises in the windows that end at the grid's ends, those of each in their order: the surest first.
    ///
    /// - Complexity: O(n) for each end, in the articles that are read much by then; and for each of them that is read more than
    ///   `leastTimes` as much as was to be expected 120 continued fractions.
    public var byEnd: [[Rise]] {
        var sliding = candidates.map { SlidingViews(of: $0, in: cells) }
        return grid.ends.indices.map { rises(at: $0, &sliding) }
    }

    private func rises(at index: Int, _ sliding: inout [SlidingViews]) -> [Rise] {
        let end = grid.ends[index]
        let window = max(0, end - windowSlots)..<end
        let before = max(0, window.lowerBound - TrendGrid.slotsPerDay)..<window.lowerBound
        var risen: [(article: Int, seen: Int)] = []
        var established: [(article: Int, views: Int)] = []
        for (candidate, article) in candidates.enumerated() {
            sliding[candidate].advance(to: window, before, in: cells)
            // In its first window an article has no course that it could leave: it is new.
            guard Int(firstSlots[article]) < window.lowerBound else { continue }
            let seen = sliding[candidate].inWindow
            if seen >= rules.leastViews, cells.most(of: article, in: window) >= rules.leastSlotViews {
                risen.append((article, seen))
            }
            guard Int(firstSlots[article]) + Trends.settledSlots <= window.lowerBound else { continue }
            let views = sliding[candidate].before
            if views >= Trends.panelViews { established.append((article, views)) }
        }
        guard !risen.isEmpty else { return [] }
        let tide = tide(established, window, before)
        return risen.compactMap { article, seen in
            rise(of: article, seen: seen, window, before, tide: tide, past: grid.pastEnds[index])
        }
        .sorted { ($1.score, $1.seen, $0.article) < ($0.score, $0.seen, $1.article) }
    }

    /// What all articles do together, beside what was expected of each: the median of seen by expected, weighted by the root
    /// of what was expected.
    ///
    /// When a story that half of all readers read is over, all others have a larger share: none of them rises. The root keeps
    /// that story from being the median itself. Nil where too few articles are read.
    private func tide(
        _ established: [(article: Int, views: Int)], _ window: Range<Int>, _ before: Range<Int>
    ) -> Double? {
        let panel = established.sorted { ($1.views, $0.article) < ($0.views, $1.article) }.prefix(Trends.panelSize)
        let ratios = panel.map { article, _ in
            let expected = course(of: article, window, before).expected
            return (ratio: Double(cells.views(of: article, in: window)) / expected, weight: expected.squareRoot())
        }.filter { $0.weight > 0 }.sorted { $0.ratio < $1.ratio }
        var left = ratios.reduce(0) { $0 + $1.weight } / 2
        guard ratios.count >= Trends.smallestPanel else { return nil }
        for (ratio, weight) in ratios {
            left -= weight
            if left <= 0 { return ratio }
        }
        return nil
    }

    /// What an article is to have in a window by what it had before, and the shape of the gamma distribution of it.
    private func course(
        of article: Int, _ window: Range<Int>, _ before: Range<Int>
    ) -> (expected: Double, shape: Double) {
        let first = isNew[article] ? Int(firstSlots[article]) : nil
        let section = Int(sections[article])
        func typicalViews(_ slots: Range<Int>) -> Double {
            slots.reduce(0) { $0 + typical.views(in: $1, section: section, firstSlot: first) }
        }
        // Gamma prior and Poisson counts: the popularity's posterior has the shape k + n and the rate k + E.
        let prior = typical.popularityShape
        let shape = prior + Double(cells.views(of: article, in: before))
        return (typicalViews(window) * shape / (prior + typicalViews(before)), shape)
    }

    /// Nil for an article of which it is not certain that it rises.
    private func rise(
        of article: Int, seen: Int, _ window: Range<Int>, _ before: Range<Int>, tide: Double?, past: [Int]
    ) -> Rise? {
        var (expected, shape) = course(of: article, window, before)
        let tide = tide ?? others(than: article, window) / others(than: article, before)
        expected = max(Trends.leastExpected, expected * tide)
        let isYoung = isNew[article] && window.upperBound - Int(firstSlots[article]) <= TrendGrid.slotsPerDay
        var baseline = isYoung ? Rise.Baseline.new : .day
        let counts = past.filter { Int(firstSlots[article]) < $0 - windowSlots }
            .map { cells.views(of: article, in: $0 - windowSlots..<$0) }.sorted()
        if counts.count >= TrendRules.fewestWeeks {
            // The median, of two the smaller: one week of news is no habit.
            let usual = Double(counts[(counts.count - 1) / 2])
            if usual > expected {
                expected = usual
                shape = typical.popularityShape + usual * Double(counts.count)
                baseline = .weeks
            }
        }
        let forecast = baseline == .new ? rules.youngForecastShape : rules.forecastShape
        // The least that is certain is below the times themselves.
        guard Double(seen) >= rules.leastTimes * expected else { return nil }
        let rise = Rise(
            UInt32(article), sections[article], end: grid.minute(window.upperBound), seen: seen, expected: expected,
            shape: 1 / (1 / shape + 1 / forecast), baseline: baseline)
        return rise.lower >= rules.leastTimes ? rise : nil
    }

    /// Articles by which the tide is told: so many of the most read in the 24 hours before, each with so many views and on for
    /// so long.
    private static let panelSize = 200
    private static let smallestPanel = 20
    /// Less is taken for this many views: what nobody reads is not expected to be read a thousandth of a time.
    private static let leastExpected = 1.0
    private static let panelViews = 50
    private static let settledSlots = 36

    /// The share of the site's views that other articles have: where too few are read to tell a tide, they are the site.
    private func others(than article: Int, _ slots: Range<Int>) -> Double {
        let all = typical.siteViews(in: slots)
        return Double(all - cells.views(of: article, in: slots) + 1) / Double(all + 1)
    }
}
