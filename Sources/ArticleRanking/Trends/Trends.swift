/// Which articles rise: what was seen in a window against what was to be expected, at any of the ends of a grid.
public struct Trends: Sendable {
    let grid: TrendGrid
    let windowSlots: Int
    let typical: TypicalCourse
    /// The slots of the windows and of the 24 hours before each.
    let asked: Range<Int>
    let cells: ArticleCells
    let firstSlots: [Int32]
    /// The articles that can rise, or tell the tide: others have too few views in the time that is asked about.
    let candidates: [Int]
    private let rules: TrendRules
    private let sections: [UInt32]
    private let isNew: [Bool]

    public init(_ counts: TrendCounts, rules: TrendRules = TrendRules()) {
        self.init(counts, order: counts.firstSlots.indices.map { UInt32($0) }, rules: rules)
    }

    /// - Parameter order: The articles that the counts tell one by one, in the order in which they are gone through; rises have their
    ///   places in it as numbers.
    init(_ counts: TrendCounts, order: [UInt32], rules: TrendRules) {
        let ordered = counts.inOrder(order)
        grid = counts.grid
        windowSlots = counts.windowSlots
        asked = grid.asked(windowSlots: windowSlots)
        self.rules = rules
        typical = TypicalCourse(ordered)
        sections = ordered.sections
        firstSlots = ordered.firstSlots
        isNew = ordered.firstSlots.indices.map { ordered.isNew($0) }
        var views = Array(repeating: 0, count: counts.firstSlots.count)
        for cell in counts.cells where asked.contains(Int(cell.slot)) { views[Int(cell.article)] += Int(cell.views) }
        let fewest = min(rules.leastViews, Trends.panelViews)
        candidates = order.indices.filter { views[Int(order[$0])] >= fewest }
        cells = ArticleCells(of: candidates, in: counts, order: order)
    }

    /// The rises in the windows that end at the grid's ends, those of each in their order: the surest first.
    ///
    /// - Complexity: O(n) in the articles that have `leastSlotViews` in some slot of a window, times the ends; and for each window with
    ///   more than `leastTimes` what was to be expected three continued fractions.
    public var byEnd: [[Rise]] {
        var byEnd = Array(repeating: [Rise](), count: grid.ends.count)
        eachRise { byEnd[$0].append($1) }
        return byEnd.map { rises in
            rises.sorted { ($1.score, $1.seen, $0.article) < ($0.score, $0.seen, $1.article) }
        }
    }

    /// Of each article the surest of its rises, of equal ones the first; in the order of the articles.
    var strongest: [Rise] {
        var strongest: [Rise] = []
        eachRise { _, rise in
            if let last = strongest.last, last.article == rise.article {
                if rise.score > last.score { strongest[strongest.count - 1] = rise }
            } else {
                strongest.append(rise)
            }
        }
        return strongest
    }

    func window(endingAt end: Int) -> Range<Int> { max(0, end - windowSlots)..<end }

    func dayBefore(_ window: Range<Int>) -> Range<Int> {
        max(0, window.lowerBound - TrendGrid.slotsPerDay)..<window.lowerBound
    }

    /// What a typical article of an article's section and age has.
    func course(of article: Int) -> RunningSums<Double> {
        typical.running(
            section: Int(sections[article]), firstSlot: isNew[article] ? Int(firstSlots[article]) : nil, over: asked)
    }

    /// What an article is to have in a window by what it had in the day before, and the shape of the gamma distribution of it.
    func expectation(
        _ views: RunningSums<Int>, _ course: RunningSums<Double>, in window: Range<Int>
    ) -> (views: Double, shape: Double) {
        let before = dayBefore(window)
        // Gamma prior and Poisson counts: the popularity's posterior has the shape k + n and the rate k + E.
        let prior = typical.popularityShape
        let shape = prior + Double(views[before])
        return (course[window] * shape / (prior + course[before]), shape)
    }

    /// Article after article, and of each the ends in their order.
    private func eachRise(_ use: (_ end: Int, _ rise: Rise) -> Void) {
        guard let firstEnd = grid.ends.first else { return }
        let windows = window(endingAt: firstEnd).lowerBound..<asked.upperBound
        let risers = candidates.filter { cells.most(of: $0, in: windows) >= rules.leastSlotViews }
        let tides = risers.isEmpty ? [] : tides
        for article in risers {
            let views = cells.running(article, over: asked)
            let strongSlots = cells.running(article, over: asked) { $0 >= rules.leastSlotViews ? 1 : 0 }
            var course: RunningSums<Double>?
            for (index, end) in grid.ends.enumerated() {
                let window = window(endingAt: end)
                // In its first window an article has no course that it could leave: it is new.
                guard views[window] >= rules.leastViews, strongSlots[window] > 0,
                    Int(firstSlots[article]) < window.lowerBound
                else { continue }
                let known = course ?? self.course(of: article)
                course = known
                if let rise = rise(of: article, views, known, window, tide: tides[index], past: grid.pastEnds[index]) {
                    use(index, rise)
                }
            }
        }
    }

    /// Nil for an article of which it is not certain that it rises.
    private func rise(
        of article: Int, _ views: RunningSums<Int>, _ course: RunningSums<Double>, _ window: Range<Int>, tide: Double?,
        past: [Int]
    ) -> Rise? {
        let seen = views[window]
        var (expected, shape) = expectation(views, course, in: window)
        let tide = tide ?? others(views, window) / others(views, dayBefore(window))
        expected = max(Trends.leastExpected, expected * tide)
        // The least that is certain is below the times themselves, and a usual hour makes them no more.
        guard Double(seen) >= rules.leastTimes * expected else { return nil }
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
        guard Double(seen) >= rules.leastTimes * expected else { return nil }
        let rise = Rise(
            UInt32(article), sections[article], end: grid.minute(window.upperBound), seen: seen, expected: expected,
            shape: 1 / (1 / shape + 1 / forecast), baseline: baseline)
        return rise.lower >= rules.leastTimes ? rise : nil
    }

    /// Less is taken for this many views: what nobody reads is not expected to be read a thousandth of a time.
    private static let leastExpected = 1.0

    /// The share of the site's views that other articles have: where too few are read to tell a tide, they are the site.
    private func others(_ views: RunningSums<Int>, _ slots: Range<Int>) -> Double {
        let all = typical.siteViews(in: slots)
        return Double(all - views[slots] + 1) / Double(all + 1)
    }
}
