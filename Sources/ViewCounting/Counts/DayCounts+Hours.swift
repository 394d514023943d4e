extension DayCounts {
    /// What the day counted in some of its hours: of articles with a view in them their views, and nothing else.
    ///
    /// Visitors and raw clicks are 0: they are not kept by hour, so nothing is known of them. Coverage and accounting stay those of
    /// the whole day.
    ///
    /// - Parameters:
    ///   - hours: By the site's clock, 0 to 23.
    ///   - minuteViews: The day's, whose articles are numbered in the order of `articles`.
    /// - Complexity: O(n h) in the minutes with views and the hours of the day; O(n) where most are of one hour.
    public func only(_ hours: Set<Int>, of minuteViews: MinuteViews, calendar: SiteCalendar) -> DayCounts {
        let starts = calendar.hours(of: day)
        var views = Array(repeating: 0, count: articles.count)
        var last = 0
        guard !starts.isEmpty else { return self }
        minuteViews.forEachArticle { article, steps in
            for step in steps {
                let second = Int64(step.minute) * DayCounts.secondsPerMinute
                // They come by article and minute, so the hour is that of the step before or follows soon.
                if !starts[last].contains(second) { last = starts.firstIndex { $0.contains(second) } ?? last }
                guard starts[last].contains(second), hours.contains(starts[last].hour) else { continue }
                views[article] += step.views
            }
        }
        var counts = self
        counts.articles = zip(articles, views).filter { $0.1 > 0 }.map { article, views in
            ArticleCounts(
                key: article.key, path: article.path, section: article.section, views: views, visitors: 0, rawClicks: 0)
        }
        return counts
    }

    private static let secondsPerMinute: Int64 = 60
}

extension LocalHour {
    /// - Parameter second: Since 1970 UTC.
    public func contains(_ second: Int64) -> Bool { start <= second && second < end }
}
