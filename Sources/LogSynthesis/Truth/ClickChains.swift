/// Tells views from double clicks: a click is a view if the same reader has no later one on the same article within
/// the next 30 seconds, and of several in one second one counts.
///
/// Clicks come in portions, each later than the portions before it; what a later portion can still decide is kept.
struct ClickChains {
    static let doubleClickSeconds = 30

    struct Click: Comparable, Sendable {
        let visitor: UInt32
        let article: UInt32
        let second: Int
        /// This reader's views of the article before it, on the same day, were counted already.
        var isKnownVisitor = false

        /// True if both are of one reader and one article.
        func isSameReading(as other: Click) -> Bool {
            visitor == other.visitor && article == other.article
        }

        static func < (left: Click, right: Click) -> Bool {
            (left.visitor, left.article, left.second) < (right.visitor, right.article, right.second)
        }
    }

    /// A click that is a view.
    struct View: Equatable, Sendable {
        let article: UInt32
        let second: Int
        /// The first view of this article by its reader on its day.
        let isNewVisitor: Bool
    }

    private var undecided: [Click] = []

    /// Judges clicks before the instant `end`, none of them earlier than the `end` before, and returns the views.
    ///
    /// - Parameter day: The index of the day of a second.
    /// - Returns: Views, in no promised order.
    /// - Complexity: O(n log n) in the number of clicks.
    mutating func views(among clicks: [Click], before end: Int, day: (Int) -> Int) -> [View] {
        let sorted = (undecided + clicks).sorted()
        undecided = []
        var views: [View] = []
        var lastView: Click?
        for (index, click) in sorted.enumerated() {
            let next = sorted[index...].dropFirst().first.flatMap { $0.isSameReading(as: click) ? $0 : nil }
            if let next, next.second - click.second <= Self.doubleClickSeconds { continue }
            let isKnown =
                click.isKnownVisitor
                || lastView.map { $0.isSameReading(as: click) && day($0.second) == day(click.second) } ?? false
            if next == nil && click.second + Self.doubleClickSeconds >= end {
                undecided.append(click)
                undecided[undecided.count - 1].isKnownVisitor = isKnown
                continue
            }
            views.append(View(article: click.article, second: click.second, isNewVisitor: !isKnown))
            lastView = click
        }
        return views
    }

    /// Judges what was kept: no later click comes.
    mutating func finish() -> [View] {
        defer { undecided = [] }
        return undecided.map { View(article: $0.article, second: $0.second, isNewVisitor: !$0.isKnownVisitor) }
    }
}
