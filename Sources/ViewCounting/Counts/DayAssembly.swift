import LogReading

/// Puts together what is known of a day: lines by page and outcome from the sources, views from the reduction.
///
/// - Complexity: O(n) in the lines and clicks that are added, and in the articles and pages of the table.
struct DayAssembly {
    private let day: CalendarDay
    private let table: MergedTable
    private var lines: DayLines
    private var pages: PageSummary

    init(_ day: CalendarDay, table: MergedTable) {
        self.day = day
        self.table = table
        lines = DayLines(noneOf: day)
        pages = PageSummary(table)
    }

    /// - Parameter pageNumbers: The merged numbers of the pages of the table beside the day.
    mutating func add(_ part: SourceDay, pageNumbers: [UInt32]) {
        guard part.hasLines else { return }
        lines += part.lines
        pages.add(part, pageNumbers: pageNumbers)
    }

    /// - Parameters:
    ///   - tallies: Of all clicks of the day.
    ///   - dayViews: What these have counted; the memory is used for other things.
    /// - Returns: The totals, and of each of their articles the number of the page by which it is shown.
    mutating func finish(_ tallies: [ViewTally], _ dayViews: DayViews) -> (totals: DayTotals, pages: [UInt32]) {
        pages.addUp()
        var sums = tallies.first?.articles ?? []
        for tally in tallies.dropFirst() {
            for article in sums.indices {
                sums[article].views += tally.articles[article].views
                sums[article].visitors += tally.articles[article].visitors
            }
        }
        var articles: [ArticleCounts] = []
        let count = sums.reduce(0) { $0 + ($1.views > 0 ? 1 : 0) }
        articles.reserveCapacity(count)
        var numbers: [UInt32] = []
        numbers.reserveCapacity(count)
        var views = 0
        for (article, sum) in sums.enumerated() where sum.views > 0 {
            let lines = pages.articles[article]
            let page = lines.mostClicked.map { table.pages[Int($0)] }
            numbers.append(lines.mostClicked ?? Reduction.noPage)
            articles.append(
                ArticleCounts(
                    key: table.keys[article], path: page?.path ?? "", section: page?.section, views: Int(sum.views),
                    visitors: Int(sum.visitors), rawClicks: lines.rawClicks))
            views += Int(sum.views)
        }
        lines.accounting[.doubleClick] = lines.accounting[.view] - views
        lines.accounting[.view] = views
        let totals = DayTotals(
            day: day, lines: lines, articles: articles,
            minuteViews: MinuteViews(dayViews, counts: sums.map(\.views)))
        return (totals, numbers)
    }
}
