import LogReading
public import ViewCounting

/// The ranking of several days together: the whole site's, and each section's.
///
/// Views and raw clicks are those of all the days. Visitors cannot be added up: **`visitors` is 0 in every row**, and no
/// form of a report shows it. Nothing is said of movement.
///
/// In the site's ranking an article is shown under the path that had most of its views (ties: least bytes), in that path's
/// section, or in that which the newsroom names. In a section's ranking are the views of the days on which the article was
/// in that section.
public struct RangeRanking: Sendable {
    public let range: ClosedRange<CalendarDay>
    /// The days of the range that are counted here, earliest first.
    public let days: [RangeCounts.Day]
    /// The days of the range that are not, those that follow each other as one.
    public let missing: [ClosedRange<CalendarDay>]
    public let site: Ranking
    /// By views, most first, then by name bytes, as on a day.
    public let sections: [SectionRanking]

    /// - Parameter headlines: Those that hold on the last day that is counted: their sections are those of the site's rows.
    /// - Complexity: O(n log n) in the articles.
    public init(of counts: RangeCounts, headlines: Headlines = Headlines()) {
        range = counts.range
        days = counts.days
        missing = counts.missing
        site = Ranking(
            counts.articles.map { key, places in
                var article = RangeRanking.sum(places, of: key)
                article.section = headlines[key]?.section ?? article.section
                return article
            }, previous: nil)
        var bySection: [ByteString: [ArticleCounts]] = [:]
        for (key, places) in counts.articles {
            let own = Dictionary(grouping: places.filter { $0.section != nil }) { $0.section ?? "" }
            for (section, places) in own { bySection[section, default: []].append(RangeRanking.sum(places, of: key)) }
        }
        sections = SectionRanking.inOrder(
            bySection.map { SectionRanking(name: $0.key, ranking: Ranking($0.value, previous: nil)) })
    }

    /// - Parameter places: At least one.
    private static func sum(_ places: [RangeCounts.Placed], of key: ByteString) -> ArticleCounts {
        var viewsByPath: [ByteString: Int] = [:]
        for place in places { viewsByPath[place.path, default: 0] += place.views }
        // A path whose section changed within the range is in the one of most views.
        let shown = places.min { left, right in
            let (leftViews, rightViews) = (viewsByPath[left.path] ?? 0, viewsByPath[right.path] ?? 0)
            if leftViews != rightViews { return leftViews > rightViews }
            if left.path != right.path { return left.path < right.path }
            if left.views != right.views { return left.views > right.views }
            guard let first = left.section, let second = right.section else { return left.section == nil }
            return first < second
        }
        return ArticleCounts(
            key: key, path: shown?.path ?? key, section: shown?.section, views: places.reduce(0) { $0 + $1.views },
            visitors: 0, rawClicks: places.reduce(0) { $0 + $1.rawClicks })
    }
}
