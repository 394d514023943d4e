/// The reduce step: which clicks are views, and how many there were of what.
///
/// A click is a view if the same visitor has no later click on the same article within 30 s; of several in one second
/// one counts. So a chain of clicks, each at most 30 s after the one before, is one view, at its last click.
struct ViewTally: Sendable {
    /// Article and UTC minute of each view.
    private(set) var views: [UInt64] = []
    /// Article and day of each visitor's first view of the article on the day.
    private(set) var visitors: [UInt64] = []

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
        var daysOfVisitor: [CalendarDay] = []
        for index in clicks.indices {
            let click = clicks[index]
            var isLastOfArticle = true
            if index + 1 < clicks.count {
                let next = clicks[index + 1]
                isLastOfArticle = next.visitor != click.visitor || next.article != click.article
                if !isLastOfArticle, next.second - click.second <= ViewTally.doubleClickSeconds { continue }
            }
            let minute = click.second / 60
            views.append(UInt64(click.article) << 32 | UInt64(minute))
            let day = finder.day(at: Int64(minute) * 60)
            if !daysOfVisitor.contains(day) {
                daysOfVisitor.append(day)
                visitors.append(UInt64(click.article) << 32 | UInt64(UInt32(bitPattern: day.number)))
            }
            if isLastOfArticle { daysOfVisitor.removeAll(keepingCapacity: true) }
        }
    }
}
