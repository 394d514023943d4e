public import LogReading

/// The views of a day's articles by the hours of the site's clock, added up when they are asked for.
public struct DayHours: Sendable {
    /// In their order in time: mostly 24, 23 or 25 where the clock changes, and none where nothing is known.
    public let hours: [LocalHour]
    /// By key bytes, as the cells number them.
    private let articles: [ArticleCounts]
    private let cells: [MinuteViews.Cell]

    public init(_ totals: DayTotals, calendar: SiteCalendar) {
        hours = calendar.hours(of: totals.day)
        articles = totals.articles
        cells = totals.minuteViews.cells
    }

    /// Of a day of which no minute is known.
    public init() {
        hours = []
        articles = []
        cells = []
    }

    /// An article's views in each of `hours`; nil where it has none on the day, or where nothing is known.
    ///
    /// - Complexity: O(log n) in the articles and the cells of the day, and linear in those of the article.
    public subscript(key: ByteString) -> [Int]? {
        let number = DayHours.firstIndex(in: articles) { $0.key >= key }
        guard number < articles.count, articles[number].key == key, !hours.isEmpty else { return nil }
        var views = Array(repeating: 0, count: hours.count)
        var hour = 0
        let first = DayHours.firstIndex(in: cells) { $0.article >= number }
        for cell in cells[first...].prefix(while: { $0.article == number }) {
            while hour < hours.count - 1, hours[hour].end <= Int64(cell.minute) * 60 { hour += 1 }
            views[hour] += Int(cell.views)
        }
        return views
    }

    /// The first place from which on a condition holds of all elements.
    private static func firstIndex<Element>(in elements: [Element], where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(elements[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
