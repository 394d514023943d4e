import LogReading

extension DayTotals {
    /// The articles with what they had in some hours of the day: views alone; **visitors and raw clicks are 0**, for they are
    /// known of the whole day only.
    ///
    /// - Complexity: O(n) in the cells, times the stretches of hours.
    public func articles(in hours: [LocalHour]) -> [ArticleCounts] {
        var views = Array(repeating: 0, count: articles.count)
        let stretches = hours.reduce(into: [Range<Int64>]()) { stretches, hour in
            if let last = stretches.last, last.upperBound == hour.start {
                stretches[stretches.count - 1] = last.lowerBound..<hour.end
            } else {
                stretches.append(hour.start..<hour.end)
            }
        }
        for cell in minuteViews.cells where stretches.contains(where: { $0.contains(Int64(cell.minute) * 60) }) {
            views[Int(cell.article)] += Int(cell.views)
        }
        return zip(articles, views).filter { $0.1 > 0 }.map { article, views in
            ArticleCounts(
                key: article.key, path: article.path, section: article.section, views: views, visitors: 0, rawClicks: 0)
        }
    }
}
