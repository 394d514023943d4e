public import LogReading
public import ViewCounting

/// Who led when: the article read most in each hour of a day, in the site and in each section.
///
/// Of equal views the first by key bytes leads.
public struct HourLeaders: Sendable {
    /// The day's hours, in their order in time.
    public let hours: [LocalHour]
    /// By hour; nil for an hour without a view.
    public let site: [Leader?]
    public let sections: [ByteString: [Leader?]]

    public struct Leader: Hashable, Sendable {
        public let key: ByteString
        public let path: ByteString
        public let views: Int
    }

    /// - Parameters:
    ///   - counts: By the sections that hold on the day.
    ///   - views: The day's, whose articles are numbered in the order of `counts`.
    /// - Complexity: O(n) in the cells and the articles of the day.
    public init(_ counts: DayCounts, _ views: MinuteViews, calendar: SiteCalendar) {
        hours = calendar.hours(of: counts.day)
        var site: [Leader?] = Array(repeating: nil, count: hours.count)
        var sections: [ByteString: [Leader?]] = [:]
        var cells = views.cells[...]
        while let first = cells.first {
            let own = cells.prefix { $0.article == first.article }
            cells = cells[own.endIndex...]
            let article = counts.articles[Int(first.article)]
            let viewsByHour = HourLeaders.views(own, hours)
            HourLeaders.lead(&site, article, viewsByHour)
            guard let section = article.section else { continue }
            HourLeaders.lead(
                &sections[section, default: Array(repeating: nil, count: hours.count)], article, viewsByHour)
        }
        self.site = site
        self.sections = sections
    }

    /// Of a day of which no minute is known.
    public init() {
        hours = []
        site = []
        sections = [:]
    }

    private static func views(_ cells: ArraySlice<MinuteViews.Cell>, _ hours: [LocalHour]) -> [Int] {
        var views = Array(repeating: 0, count: hours.count)
        var hour = 0
        for cell in cells where !hours.isEmpty {
            while hour < hours.count - 1, hours[hour].end <= Int64(cell.minute) * 60 { hour += 1 }
            views[hour] += Int(cell.views)
        }
        return views
    }

    /// Articles come in the order of their keys, so that of equal views the one that leads already stays.
    private static func lead(_ leaders: inout [Leader?], _ article: ArticleCounts, _ viewsByHour: [Int]) {
        for (hour, views) in viewsByHour.enumerated() where views > leaders[hour]?.views ?? 0 {
            leaders[hour] = Leader(key: article.key, path: article.path, views: views)
        }
    }
}
