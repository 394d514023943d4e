@testable import ArticleRanking

/// Rises as docs/trends.md has them, window by window and slot by slot: slow, and nothing is left out or summed beforehand.
struct PlainTrends {
    let counts: TrendCounts
    let rules = TrendRules()
    private let typical: TypicalCourse
    /// By article and slot.
    private let views: [[Int]]

    /// - Parameter counts: Of articles that are all kept, numbered from 0 without a gap.
    init(_ counts: TrendCounts) {
        self.counts = counts
        typical = TypicalCourse(counts)
        var views = counts.firstSlots.map { _ in Array(repeating: 0, count: counts.grid.count) }
        for cell in counts.cells { views[Int(cell.article)][Int(cell.slot)] += Int(cell.views) }
        self.views = views
    }

    var byEnd: [[Rise]] {
        counts.grid.ends.indices.map { end in
            let tide = tide(at: end)
            return views.indices.compactMap { rise(of: $0, at: end, tide) }
                .sorted { ($1.score, $1.seen, $0.article) < ($0.score, $0.seen, $1.article) }
        }
    }

    func tide(at end: Int) -> Double? {
        let (window, before) = slots(end)
        let panel = views.indices.map { (article: $0, views: seen($0, before)) }
            .filter { Int(counts.firstSlots[$0.article]) + 36 <= window.lowerBound && $0.views >= 50 }
            .sorted { ($1.views, $0.article) < ($0.views, $1.article) }.prefix(200)
        let told = panel.map { article, _ in
            let expected = expected(article, end).views
            return (ratio: Double(seen(article, window)) / expected, weight: expected.squareRoot())
        }.filter { $0.weight > 0 }.sorted { $0.ratio < $1.ratio }
        guard told.count >= 20 else { return nil }
        var weight = 0.0
        let half = told.reduce(0) { $0 + $1.weight } / 2
        return told.first {
            weight += $0.weight
            return weight >= half
        }?.ratio
    }

    private func rise(of article: Int, at end: Int, _ tide: Double?) -> Rise? {
        let (window, before) = slots(end)
        let first = Int(counts.firstSlots[article])
        let seen = seen(article, window)
        guard first < window.lowerBound, seen >= 30, views[article][window].contains(where: { $0 >= 25 }) else {
            return nil
        }
        var (expected, shape) = expected(article, end)
        let others = { (slots: Range<Int>) in
            Double(counts.site[slots].reduce(1, +) - self.seen(article, slots))
                / Double(counts.site[slots].reduce(1, +))
        }
        expected = max(1, expected * (tide ?? others(window) / others(before)))
        var baseline = Rise.Baseline.day
        if counts.isNew(article), window.upperBound - first <= 144 { baseline = .new }
        let past = counts.grid.pastEnds[end].map { $0 - counts.windowSlots..<$0 }.filter { first < $0.lowerBound }
            .map { self.seen(article, $0) }.sorted()
        if past.count > 1, Double(past[(past.count - 1) / 2]) > expected {
            expected = Double(past[(past.count - 1) / 2])
            shape = typical.popularityShape + expected * Double(past.count)
            baseline = .weeks
        }
        let rise = Rise(
            UInt32(article), counts.sections[article], end: counts.grid.minute(window.upperBound), seen: seen,
            expected: expected, shape: 1 / (1 / shape + 1 / (baseline == .new ? 8 : 50)), baseline: baseline)
        return rise.lower >= 2.7 ? rise : nil
    }

    private func slots(_ end: Int) -> (window: Range<Int>, before: Range<Int>) {
        let end = counts.grid.ends[end]
        let start = max(0, end - counts.windowSlots)
        return (start..<end, max(0, start - 144)..<start)
    }

    private func seen(_ article: Int, _ slots: Range<Int>) -> Int { views[article][slots].reduce(0, +) }

    private func expected(_ article: Int, _ end: Int) -> (views: Double, shape: Double) {
        let (window, before) = slots(end)
        func typicalViews(_ slots: Range<Int>) -> Double {
            slots.reduce(0) { sum, slot in
                sum
                    + typical.running(
                        section: Int(counts.sections[article]),
                        firstSlot: counts.isNew(article) ? Int(counts.firstSlots[article]) : nil, over: slot..<slot + 1
                    )[slot..<slot + 1]
            }
        }
        let shape = typical.popularityShape + Double(seen(article, before))
        return (typicalViews(window) * shape / (typical.popularityShape + typicalViews(before)), shape)
    }
}
