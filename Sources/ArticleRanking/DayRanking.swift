public import LogReading
public import ViewCounting

/// A day's Access Ranking: the whole site's, and each section's.
public struct DayRanking: Sendable {
    public let day: CalendarDay
    public let site: Ranking
    /// Sections by views, most first, then by name bytes. Articles without a section are in the site's ranking only.
    public let sections: [SectionRanking]

    /// Whether the whole day was read: only then do its ranks no longer move, and the next day is compared with it.
    public let isComplete: Bool

    /// Ranks a day.
    ///
    /// - Parameters:
    ///   - dayBefore: The ranking of the calendar day before, where it is known. Another day's, and that of a partial day,
    ///     count as unknown.
    ///   - charts: How the day's articles have fared; nil where that is not told, and then no article is a re-entry.
    public init(of counts: DayCounts, after dayBefore: DayRanking?, charts: DayCharts? = nil) {
        let before = dayBefore.flatMap { $0.day == counts.day.previous && $0.isComplete ? $0 : nil }
        let sectionsBefore = before.map { ranking in
            Dictionary(uniqueKeysWithValues: ranking.sections.map { ($0.name, $0.ranking) })
        }
        let articles = counts.inKeyOrder.articles
        let charts = charts?.entries(of: articles)
        day = counts.day
        isComplete = counts.coverage.state == .complete
        site = Ranking(articles, at: Array(articles.indices), previous: before?.site) { charts?[$0]?.site }
        sections = SectionRanking.inOrder(
            DayRanking.placesBySection(articles).map { name, places in
                // A section without a view on a known day before has an empty ranking there: all of it is new.
                let previous = sectionsBefore.map { $0[name] ?? Ranking([], previous: nil) }
                return SectionRanking(
                    name: name, ranking: Ranking(articles, at: places, previous: previous) { charts?[$0]?.section })
            })
    }

    private static func placesBySection(_ articles: [ArticleCounts]) -> [(name: ByteString, places: [Int])] {
        var numbers: [ByteString: Int] = [:]
        var sections: [(name: ByteString, places: [Int])] = []
        for place in articles.indices {
            guard let name = articles[place].section else { continue }
            let number = numbers[name] ?? sections.count
            if number == sections.count {
                numbers[name] = number
                sections.append((name, []))
            }
            sections[number].places.append(place)
        }
        return sections
    }
}

/// A section's ranking, on a day or over several.
public struct SectionRanking: Sendable {
    public let name: ByteString
    public let ranking: Ranking

    /// By views, most first, then by name bytes.
    static func inOrder(_ sections: [SectionRanking]) -> [SectionRanking] {
        sections.sorted { ($1.ranking.views, $0.name) < ($0.ranking.views, $1.name) }
    }
}
