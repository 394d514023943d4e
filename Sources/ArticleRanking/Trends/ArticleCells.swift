/// The views of some articles by slot.
struct ArticleCells: Sendable {
    /// By article and slot.
    private let cells: [TrendCounts.Cell]
    /// By article.
    private let ranges: [Range<Int>]

    /// - Complexity: O(n) in the cells of the counts, whose slots stand in order for each article.
    init(of articles: [Int], in counts: TrendCounts) {
        var lengths = Array(repeating: 0, count: counts.firstSlots.count)
        var isWanted = Array(repeating: false, count: lengths.count)
        for article in articles { isWanted[article] = true }
        for cell in counts.cells where isWanted[Int(cell.article)] { lengths[Int(cell.article)] += 1 }
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(lengths.count)
        for length in lengths {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<start + length)
        }
        var next = ranges.map(\.lowerBound)
        var cells = Array(
            repeating: TrendCounts.Cell(article: 0, slot: 0, views: 0), count: ranges.last?.upperBound ?? 0)
        for cell in counts.cells where isWanted[Int(cell.article)] {
            cells[next[Int(cell.article)]] = cell
            next[Int(cell.article)] += 1
        }
        self.cells = cells
        self.ranges = ranges
    }

    func views(of article: Int, in slots: Range<Int>) -> Int {
        var views = 0
        for index in indices(of: article, in: slots) { views += Int(cells[index].views) }
        return views
    }

    /// The views of the slot that has most.
    func most(of article: Int, in slots: Range<Int>) -> Int {
        var most = 0
        for index in indices(of: article, in: slots) { most = max(most, Int(cells[index].views)) }
        return most
    }

    private func indices(of article: Int, in slots: Range<Int>) -> Range<Int> {
        let own = ranges[article]
        let start = first(in: own, from: slots.lowerBound)
        return start..<first(in: start..<own.upperBound, from: slots.upperBound)
    }

    private func first(in range: Range<Int>, from slot: Int) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if Int(cells[middle].slot) < slot { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
