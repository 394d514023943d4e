/// The views of some articles by slot.
struct ArticleCells: Sendable {
    /// By article and slot.
    private let cells: [Cell]
    /// By article.
    private let ranges: [Range<Int>]

    struct Cell: Sendable {
        let slot: Int32
        let views: Int32
    }

    /// - Parameters:
    ///   - articles: Places in the order.
    ///   - counts: The slots of each article have to stand in order.
    ///   - order: What the places stand for.
    /// - Complexity: O(n) in the cells of the counts.
    init(of articles: [Int], in counts: TrendCounts, order: [UInt32]) {
        var places = Array(repeating: -1, count: counts.firstSlots.count)
        for article in articles { places[Int(order[article])] = article }
        var ranges = Array(repeating: 0..<0, count: order.count)
        var lengths = Array(repeating: 0, count: order.count)
        for cell in counts.cells where places[Int(cell.article)] >= 0 { lengths[places[Int(cell.article)]] += 1 }
        var start = 0
        for article in articles {
            ranges[article] = start..<start + lengths[article]
            start += lengths[article]
        }
        var next = ranges.map(\.lowerBound)
        var cells = Array(repeating: Cell(slot: 0, views: 0), count: start)
        for cell in counts.cells {
            let article = places[Int(cell.article)]
            guard article >= 0 else { continue }
            cells[next[article]] = Cell(slot: cell.slot, views: cell.views)
            next[article] += 1
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
        cells[indices(of: article, in: slots)].reduce(0) { max($0, Int($1.views)) }
    }

    /// What is made of the views of each cell in some slots, summed up.
    func running(_ article: Int, over slots: Range<Int>, _ value: (_ views: Int) -> Int = { $0 }) -> RunningSums<Int> {
        let own = indices(of: article, in: slots)
        var next = own.lowerBound
        return RunningSums(over: slots) { slot in
            // One in which a day ends has a cell of each of its days.
            var sum = 0
            while next < own.upperBound, Int(cells[next].slot) == slot {
                sum += value(Int(cells[next].views))
                next += 1
            }
            return sum
        }
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
