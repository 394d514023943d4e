public import LogReading

/// The views of a day's articles by the hours of the site's clock, added up when they are asked for.
public struct DayHours: Sendable {
    /// In their order in time: mostly 24, 23 or 25 where the clock changes, and none where nothing is known.
    public let hours: [LocalHour]
    /// By key bytes, as the views number them.
    private let articles: [ArticleCounts]
    private let minuteViews: MinuteViews

    public init(_ totals: DayTotals, calendar: SiteCalendar) {
        hours = calendar.hours(of: totals.day)
        articles = totals.articles
        minuteViews = totals.minuteViews
    }

    /// Of a day of which no minute is known.
    public init() {
        hours = []
        articles = []
        minuteViews = MinuteViews(cells: [])
    }

    /// An article's views in each of `hours`; nil where it has none on the day, or where nothing is known.
    ///
    /// - Complexity: O(log n) in the articles of the day, and linear in the minutes of this one.
    public subscript(key: ByteString) -> [Int]? {
        let number = index(of: key)
        guard number < articles.count, articles[number].key == key, !hours.isEmpty else { return nil }
        var views = Array(repeating: 0, count: hours.count)
        var hour = 0
        minuteViews.forSteps(of: number) { steps in
            for step in steps {
                while hour < hours.count - 1, hours[hour].end <= Int64(step.minute) * 60 { hour += 1 }
                views[hour] += step.views
            }
        }
        return views
    }

    /// Of the first article that does not come before `key`.
    private func index(of key: ByteString) -> Int {
        var (low, high) = (0, articles.count)
        while low < high {
            let middle = low + (high - low) / 2
            if articles[middle].key >= key { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
