public import LogReading
public import ViewCounting

/// Several days counted together, one after the other: no more than one day has to be at hand at a time.
public struct RangeCounts: Sendable {
    /// The days that were asked for, the first and the last included.
    public let range: ClosedRange<CalendarDay>
    /// The days that were added, earliest first.
    public private(set) var days: [Day] = []

    /// Each article's views by the paths and sections that its days gave it.
    var articles: [ByteString: [Placed]] = [:]

    /// How far one of the days is known.
    public struct Day: Hashable, Sendable {
        public let day: CalendarDay
        public let isPartial: Bool
        public let isIncomplete: Bool

        init(of counts: DayCounts) {
            day = counts.day
            isPartial = counts.coverage.state == .partial
            isIncomplete = counts.coverage.incomplete
        }
    }

    /// What an article had on the days on which it was shown under one path, in one section.
    struct Placed {
        let path: ByteString
        let section: ByteString?
        var views: Int
        var rawClicks: Int
    }

    public init(_ range: ClosedRange<CalendarDay>) {
        self.range = range
    }

    /// Adds a day, in any order; a day outside of the range, or one that is there already, adds nothing.
    ///
    /// - Complexity: O(n) in the articles of the day.
    public mutating func add(_ counts: DayCounts) {
        guard range.contains(counts.day) else { return }
        let place = days.firstIndex { $0.day >= counts.day } ?? days.endIndex
        guard place == days.endIndex || days[place].day != counts.day else { return }
        days.insert(Day(of: counts), at: place)
        for article in counts.articles { add(article) }
    }

    private mutating func add(_ article: ArticleCounts) {
        var places = articles.removeValue(forKey: article.key) ?? []
        if let known = places.firstIndex(where: { $0.path == article.path && $0.section == article.section }) {
            places[known].views += article.views
            places[known].rawClicks += article.rawClicks
        } else {
            places.append(
                Placed(
                    path: article.path, section: article.section, views: article.views, rawClicks: article.rawClicks))
        }
        articles[article.key] = places
    }

    /// The articles of all its days, in no order that is promised.
    public var keys: some Sequence<ByteString> { articles.keys }

    /// The days of the range that were not added, those that follow each other as one.
    public var missing: [ClosedRange<CalendarDay>] { range.without(days.map(\.day)) }
}
