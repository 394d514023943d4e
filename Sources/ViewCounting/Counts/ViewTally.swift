/// The reduce step: which clicks of a day are views, and how many there were of what.
///
/// A click is a view if the same visitor has no later click on the same article within 30 s; of several in one second
/// one counts. So a chain of clicks, each at most 30 s after the one before, is one view, at its last click.
struct ViewTally: Sendable {
    /// A view of an article in a minute.
    struct View {
        /// The article's number in the merged table.
        let article: UInt32
        /// Minutes since 1970 UTC.
        let minute: UInt32
    }

    /// What one article had.
    struct ArticleSum {
        var views: UInt32 = 0
        /// Visitors with a view of it.
        var visitors: UInt32 = 0
    }

    /// By number in the merged table.
    private(set) var articles: [ArticleSum]
    /// What became of the clicks of earlier runs.
    private(set) var earlier = Earlier()

    /// Clicks of earlier runs, of sources that still count.
    struct Earlier: Sendable {
        /// That are views now.
        var views = 0
        /// That were views, and are double clicks now.
        var retracted = 0

        static func += (left: inout Earlier, right: Earlier) {
            left.views += right.views
            left.retracted += right.retracted
        }
    }

    /// Source: COUNTER Code of Practice 5.1, double-click filtering.
    static let doubleClickSeconds: UInt32 = 30

    /// - Parameter articles: How many there are in the merged table.
    init(articles: Int) {
        self.articles = Array(repeating: ArticleSum(), count: articles)
    }

    /// Counts the views among clicks that are sorted by visitor, article and second; no visitor may be in two calls.
    ///
    /// - Returns: How many there are. They are put at the end of the clicks' memory, over clicks that have been read: they are
    ///   fewer than these, and half as large.
    mutating func count(_ clicks: UnsafeMutableBufferPointer<Click>) -> Int {
        var views = ViewsAtEnd(of: clicks)
        var end = clicks.count
        while end > 0 {
            let last = clicks[end - 1]
            var start = end - 1
            while start > 0, clicks[start - 1].visitor == last.visitor, clicks[start - 1].article == last.article {
                start -= 1
            }
            count(clicks, start..<end, article: last.article, into: &views)
            end = start
        }
        return views.count
    }

    /// A visitor's clicks on an article, under the salt of the day: the last one first, since the later ones decide.
    private mutating func count(
        _ clicks: UnsafeMutableBufferPointer<Click>, _ range: Range<Int>, article: UInt32, into views: inout ViewsAtEnd
    ) {
        var viewCount: UInt32 = 0
        /// The next later click among those that count now, and among those that counted before this run.
        var nextNow = ViewTally.never
        var nextBefore = ViewTally.never
        var index = range.upperBound
        while index > range.lowerBound {
            let second = clicks[index - 1].second
            var (isNew, isKept, isGone, isFollower) = (false, false, false, false)
            while index > range.lowerBound, clicks[index - 1].second == second {
                index -= 1
                let marks = clicks[index].marks
                isFollower = marks.contains(.follower)
                if marks.contains(.kept) {
                    isKept = true
                } else if marks.contains(.gone) {
                    isGone = true
                } else {
                    isNew = true
                }
            }
            let isView = (isKept || isNew) && !isFollower && ViewTally.isLast(second, before: nextNow)
            let wasView = (isKept || isGone) && !isFollower && ViewTally.isLast(second, before: nextBefore)
            if isView {
                views.add(View(article: article, minute: second / 60))
                viewCount += 1
            }
            if isKept, isView || wasView { earlier += Earlier(views: isView ? 1 : 0, retracted: isView ? 0 : 1) }
            if isKept || isNew { nextNow = Int64(second) }
            if isKept || isGone { nextBefore = Int64(second) }
        }
        guard viewCount > 0 else { return }
        articles[Int(article)].views += viewCount
        articles[Int(article)].visitors += 1
    }

    /// Whether the next later click is too far away to make one at `second` a double click.
    @inline(__always)
    private static func isLast(_ second: UInt32, before next: Int64) -> Bool {
        next - Int64(second) > Int64(doubleClickSeconds)
    }

    private static let never = Int64.max
}

/// Views in the memory of clicks, from its end down.
private struct ViewsAtEnd {
    private(set) var count = 0
    private let memory: UnsafeMutableRawBufferPointer

    init(of clicks: UnsafeMutableBufferPointer<Click>) {
        memory = UnsafeMutableRawBufferPointer(clicks)
    }

    @inline(__always)
    mutating func add(_ view: ViewTally.View) {
        count += 1
        memory.storeBytes(
            of: view, toByteOffset: memory.count - count * MemoryLayout<ViewTally.View>.stride,
            as: ViewTally.View.self)
    }
}
