import ViewCounting

/// A source's pages, numbered anew for each of its days: a day is kept with the pages that it has lines of.
///
/// - Complexity: By the lines of the day, and a look at each page of the table.
struct PageNumbering {
    let kept: KeptPages
    /// By number of a page in the table, its number among the pages of the last day asked for; others mean nothing.
    private(set) var numbers: [UInt32]
    private var isUsed: [Bool]

    init(_ kept: KeptPages) {
        self.kept = kept
        numbers = Array(repeating: 0, count: kept.count)
        isUsed = Array(repeating: false, count: kept.count)
    }

    /// The pages that the day has lines of, in the order of their new numbers.
    mutating func number(pagesOf day: SourceDay) -> [UInt32] {
        for index in day.uncounted.indices { isUsed[Int(day.uncounted[index].page)] = true }
        for clicks in day.clicks { for click in clicks { isUsed[Int(click.page)] = true } }
        for click in day.followers { isUsed[Int(click.page)] = true }
        var pages: [UInt32] = []
        for page in kept.order where isUsed[Int(page)] {
            numbers[Int(page)] = UInt32(pages.count)
            pages.append(page)
            isUsed[Int(page)] = false
        }
        return pages
    }
}
