/// A day's lines by article, from its lines by page of the merged table.
///
/// - Complexity: Linear in the pages that have lines on the day, however many the table has.
struct PageSummary {
    struct Lines {
        /// Robots' lines and clicks.
        var rawClicks = 0
        /// The number of the page with the most clicks; of several the one with the least path.
        var mostClicked: Int?
        var mostClicks = 0
    }

    /// By article number; articles without lines are missing.
    private(set) var articles: [Int: Lines] = [:]

    init(robotLines: [Int: Int], clicks: [(page: Int, count: Int)], table: PageTable) {
        for (page, lines) in robotLines {
            articles[Int(table.pages[page].article), default: Lines()].rawClicks += lines
        }
        for (page, count) in clicks {
            articles[Int(table.pages[page].article), default: Lines()].add(page: page, clicks: count, table)
        }
    }
}

extension PageSummary.Lines {
    fileprivate mutating func add(page: Int, clicks: Int, _ table: PageTable) {
        rawClicks += clicks
        if let best = mostClicked {
            if clicks < mostClicks { return }
            if clicks == mostClicks, table.pages[best].path < table.pages[page].path { return }
        }
        mostClicked = page
        mostClicks = clicks
    }
}
