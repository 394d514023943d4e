/// The reduce step: which clicks are views, and how many there were of what.
///
/// A click is a view if the same visitor has no later click on the same article within 30 s; of several in one second
/// one counts. So a chain of clicks, each at most 30 s after the one before, is one view, at its last click.
struct ViewTally: Sendable {
    /// Article and UTC minute of each view.
    private(set) var views: [UInt64] = []
    /// Article and day of each visitor's first view of the article on the day.
    private(set) var visitors: [UInt64] = []
    /// By day, what became of the clicks of earlier runs; days without such clicks are missing.
    private(set) var earlier: [CalendarDay: Earlier] = [:]

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

    private var finder: StretchFinder

    /// - Parameter clicks: How many will be counted, at most.
    init(calendar: SiteCalendar, clicks: Int) {
        views.reserveCapacity(clicks)
        visitors.reserveCapacity(clicks)
        finder = StretchFinder(calendar)
    }

    /// Counts the views among clicks that are sorted by visitor, article and second; no visitor may be in two calls.
    mutating func count(_ clicks: UnsafeMutableBufferPointer<Click>) {
        var end = clicks.count
        while end > 0 {
            let last = clicks[end - 1]
            var start = end - 1
            while start > 0, clicks[start - 1].visitor == last.visitor, clicks[start - 1].article == last.article {
                start -= 1
            }
            count(clicks, start..<end, article: last.article)
            end = start
        }
    }

    /// A visitor's clicks on an article, under the salt of one day: the last one first, since the later ones decide.
    private mutating func count(_ clicks: UnsafeMutableBufferPointer<Click>, _ range: Range<Int>, article: UInt32) {
        var hasView = false
        var day = CalendarDay(number: 0)
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
                let minute = second / 60
                views.append(UInt64(article) << 32 | UInt64(minute))
                day = finder.day(at: Int64(minute) * 60)
                hasView = true
            }
            if isKept, isView || wasView {
                let day = finder.day(at: Int64(second))
                earlier[day, default: Earlier()] += Earlier(views: isView ? 1 : 0, retracted: isView ? 0 : 1)
            }
            if isKept || isNew { nextNow = Int64(second) }
            if isKept || isGone { nextBefore = Int64(second) }
        }
        if hasView { visitors.append(UInt64(article) << 32 | UInt64(UInt32(bitPattern: day.number))) }
    }

    /// Whether the next later click is too far away to make one at `second` a double click.
    @inline(__always)
    private static func isLast(_ second: UInt32, before next: Int64) -> Bool {
        next - Int64(second) > Int64(doubleClickSeconds)
    }

    private static let never = Int64.max
}
