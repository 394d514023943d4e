/// The views of an article in a window and in the time before it, while both move on: each slot is looked at three times, however
/// many windows there are.
struct SlidingViews {
    private(set) var inWindow = 0
    private(set) var before = 0

    /// The first cell of the time before, the first of the window, and the first behind it.
    private var first: Int
    private var start: Int
    private var next: Int
    private let end: Int

    init(of article: Int, in cells: ArticleCells) {
        let own = cells.indices(of: article)
        (first, start, next, end) = (own.lowerBound, own.lowerBound, own.lowerBound, own.upperBound)
    }

    /// - Parameters:
    ///   - window: Begins and ends no earlier than that of the last time.
    ///   - timeBefore: Ends where the window begins.
    mutating func advance(to window: Range<Int>, _ timeBefore: Range<Int>, in cells: ArticleCells) {
        while next < end, cells[next].slot < window.upperBound {
            inWindow += Int(cells[next].views)
            next += 1
        }
        while start < next, cells[start].slot < window.lowerBound {
            inWindow -= Int(cells[start].views)
            before += Int(cells[start].views)
            start += 1
        }
        while first < start, cells[first].slot < timeBefore.lowerBound {
            before -= Int(cells[first].views)
            first += 1
        }
    }
}
