import LogReading

/// A day's lines by article: how often it was asked for, and under which path mostly.
struct PageSummary {
    struct Lines {
        /// Robots' lines and clicks.
        var rawClicks = 0
        /// The number of the page with the most clicks; of several the one with the least path.
        var mostClicked: UInt32?
        fileprivate var mostClicks: UInt32 = 0
    }

    /// By number of an article.
    private(set) var articles: [Lines]
    /// By number of a page.
    private var clicks: [UInt32]
    private let table: MergedTable

    init(_ table: MergedTable) {
        self.table = table
        articles = Array(repeating: Lines(), count: table.keys.count)
        clicks = Array(repeating: 0, count: table.pages.count)
    }

    /// - Parameter numbers: The merged numbers of the pages of the table beside the day.
    mutating func add(_ day: SourceDay, pageNumbers numbers: [UInt32]) {
        // By index: the verdict of a line is not copied, only looked at.
        for index in day.uncounted.indices where day.uncounted[index].verdict.outcome == .robot {
            let page = Int(numbers[Int(day.uncounted[index].page)])
            articles[Int(table.articleOfPage[page])].rawClicks += day.uncounted[index].lines
        }
        for piece in day.clicks {
            for click in piece { clicks[Int(numbers[Int(click.page)])] += 1 }
        }
    }

    /// Adds up the clicks, when all sources have been added.
    mutating func addUp() {
        for (page, count) in clicks.enumerated() where count > 0 {
            let article = Int(table.articleOfPage[page])
            articles[article].rawClicks += Int(count)
            if let best = articles[article].mostClicked {
                if count < articles[article].mostClicks { continue }
                if count == articles[article].mostClicks, table.pages[Int(best)].path < table.pages[page].path {
                    continue
                }
            }
            articles[article].mostClicked = UInt32(page)
            articles[article].mostClicks = count
        }
    }
}
