/// A day's lines by article, from its lines by page of the merged table.
struct PageSummary {
    /// Robots' lines and clicks, by article number.
    private(set) var rawClicks: [Int]
    /// The number of the page with the most clicks, by article number; of several the one with the least path.
    private(set) var mostClicked: [Int?]

    init(robotLines: [Int: Int], clicks: [(page: Int, count: Int)], table: PageTable) {
        rawClicks = Array(repeating: 0, count: table.articles.count)
        mostClicked = Array(repeating: nil, count: table.articles.count)
        for (page, lines) in robotLines { rawClicks[Int(table.pages[page].article)] += lines }
        var mostClicks = [Int](repeating: 0, count: table.articles.count)
        for (page, count) in clicks {
            let article = Int(table.pages[page].article)
            rawClicks[article] += count
            if let best = mostClicked[article] {
                if count < mostClicks[article] { continue }
                if count == mostClicks[article], table.pages[best].path < table.pages[page].path { continue }
            }
            mostClicked[article] = page
            mostClicks[article] = count
        }
    }
}
