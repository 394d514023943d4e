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
