extension Trends {
    /// By end: what all articles do together, beside what was expected of each: the median of seen by expected, weighted by
    /// the root of what was expected.
    ///
    /// When a story that half of all readers read is over, all others have a larger share: none of them rises. The root keeps
    /// that story from being the median itself. Nil where too few articles are read.
    var tides: [Double?] {
        let most = candidates.map { (article: $0, views: cells.views(of: $0, in: asked)) }
            .sorted { ($1.views, $0.article) < ($0.views, $1.article) }
        var count = Trends.likelyMembers
        while true {
            var panel = TidePanel(most.prefix(count).map(\.article), of: self)
            // Nobody else has more in a day than in all of the time that is asked about.
            let others = count < most.count ? most[count].views : 0
            if let tides = panel.tides(others: others) { return tides }
            count *= 2
        }
    }

    /// Articles by which the tide is told: so many of the most read in the 24 hours before, each with so many views and on for
    /// so long.
    static let panelSize = 200
    static let smallestPanel = 20
    static let panelViews = 50
    static let settledSlots = 36
    /// So many of those that are read most in two days have the panel among them, as a rule.
    private static let likelyMembers = 4 * panelSize
}

/// The articles by which the tide is told, while windows move on.
private struct TidePanel {
    private let trends: Trends
    private var members: [Member]

    private struct Member {
        let article: Int
        let views: RunningSums<Int>
        /// What is typical for it; nil as long as it is not asked for.
        var course: RunningSums<Double>?
        /// In the day before the window; 0 where it is not on for long enough.
        var viewsBefore = 0
    }

    init(_ articles: [Int], of trends: Trends) {
        self.trends = trends
        members = articles.map { Member(article: $0, views: trends.cells.running($0, over: trends.asked)) }
    }

    /// - Parameter others: More views than these has no other article in any 24 hours.
    /// - Returns: Nil where another article could be one of the panel's.
    mutating func tides(others: Int) -> [Double?]? {
        var tides: [Double?] = []
        for end in trends.grid.ends {
            let window = trends.window(endingAt: end)
            rank(before: window)
            let fewest = members.count < Trends.panelSize ? 0 : members[Trends.panelSize - 1].viewsBefore
            guard others < max(fewest, Trends.panelViews) else { return nil }
            tides.append(tide(in: window))
        }
        return tides
    }

    /// Puts those first that had most views in the day before a window.
    ///
    /// - Complexity: O(n) where their order is nearly that of the last time.
    private mutating func rank(before window: Range<Int>) {
        let before = trends.dayBefore(window)
        for index in members.indices {
            let isSettled = Int(trends.firstSlots[members[index].article]) + Trends.settledSlots <= window.lowerBound
            members[index].viewsBefore = isSettled ? members[index].views[before] : 0
            var place = index
            while place > 0, isBefore(members[place], members[place - 1]) {
                members.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    private func isBefore(_ left: Member, _ right: Member) -> Bool {
        (right.viewsBefore, left.article) < (left.viewsBefore, right.article)
    }

    private mutating func tide(in window: Range<Int>) -> Double? {
        var ratios: [(ratio: Double, weight: Double)] = []
        for index in members.indices.prefix(Trends.panelSize) where members[index].viewsBefore >= Trends.panelViews {
            let views = members[index].views
            let course = members[index].course ?? trends.course(of: members[index].article)
            members[index].course = course
            let expected = trends.expectation(views, course, in: window).views
            if expected > 0 { ratios.append((Double(views[window]) / expected, expected.squareRoot())) }
        }
        guard ratios.count >= Trends.smallestPanel else { return nil }
        ratios.sort { $0.ratio < $1.ratio }
        var left = ratios.reduce(0) { $0 + $1.weight } / 2
        for (ratio, weight) in ratios {
            left -= weight
            if left <= 0 { return ratio }
        }
        return nil
    }
}
