public import LogReading
public import ViewCounting

/// A day's Access Ranking: the whole site's, and each section's.
public struct DayRanking: Sendable {
    public let day: CalendarDay
    public let site: Ranking
    /// Sections by views, most first, then by name bytes. Articles without a section are in the site's ranking only.
    public let sections: [SectionRanking]

    /// Ranks a day.
    ///
    /// - Parameter dayBefore: The counts of the calendar day before, where they are known. A partial day before
    ///   counts as unknown: its ranks would still move.
    public init(of counts: DayCounts, after dayBefore: DayCounts?) {
        let known = dayBefore.flatMap { $0.day == counts.day.previous && $0.coverage.state == .complete ? $0 : nil }
        let before = known.map { DayRanking(of: $0, after: nil) }
        let sectionsBefore = before.map { ranking in
            Dictionary(uniqueKeysWithValues: ranking.sections.map { ($0.name, $0.ranking) })
        }
        day = counts.day
        site = Ranking(counts.articles, previous: before?.site)
        let bySection = Dictionary(grouping: counts.articles.filter { $0.section != nil }) { $0.section ?? "" }
        sections =
            bySection
            .map { name, articles in
                // A section without a view on a known day before has an empty ranking there: all of it is new.
                let previous = sectionsBefore.map { $0[name] ?? Ranking([], previous: nil) }
                return SectionRanking(name: name, ranking: Ranking(articles, previous: previous))
            }
            .sorted { ($1.ranking.views, $0.name) < ($0.ranking.views, $1.name) }
    }
}

/// A section's ranking on a day.
public struct SectionRanking: Sendable {
    public let name: ByteString
    public let ranking: Ranking
}
