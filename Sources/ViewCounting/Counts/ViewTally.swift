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

    init(calendar: SiteCalendar) {
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

    mutating func merge(_ other: ViewTally) {
        views += other.views
        visitors += other.visitors
    }
}

/// Equal keys counted: pairs of an article's number and a number below 2^32 (a minute, a day), in order.
struct KeyCounts {
    struct Entry {
        var article: Int
        var number: UInt32
        var count: Int
    }

    private(set) var entries: [Entry] = []

    /// - Complexity: Linear; a radix pass for each 11 bits in which the keys differ.
    init(_ keys: [UInt64]) {
        for key in KeyCounts.sorted(keys) {
            let article = Int(key >> 32)
            let number = UInt32(truncatingIfNeeded: key)
            if let last = entries.last, last.article == article, last.number == number {
                entries[entries.count - 1].count += 1
            } else {
                entries.append(Entry(article: article, number: number, count: 1))
            }
        }
    }

    private static let digitBits = 11

    private static func sorted(_ keys: [UInt64]) -> [UInt64] {
        guard let first = keys.first else { return [] }
        let differing = keys.reduce(0) { $0 | ($1 ^ first) }
        var from = keys
        var to = keys
        let mask: UInt64 = (1 << digitBits) - 1
        for shift in stride(from: 0 as UInt64, to: 64, by: digitBits) where differing >> shift & mask != 0 {
            var places = [Int](repeating: 0, count: Int(mask) + 2)
            for key in from { places[Int(key >> shift & mask) + 1] += 1 }
            for index in places.indices.dropFirst() { places[index] += places[index - 1] }
            for key in from {
                let digit = Int(key >> shift & mask)
                to[places[digit]] = key
                places[digit] += 1
            }
            swap(&from, &to)
        }
        return from
    }
}
