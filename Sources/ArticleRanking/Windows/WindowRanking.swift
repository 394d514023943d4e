import LogReading
import ViewCounting

/// The ranking of a window: the whole site's, and each section's.
///
/// Visitors and raw clicks are not kept by the minute: both are 0 in every row. Nothing is said of movement.
public struct WindowRanking: Sendable {
    public let site: Ranking
    /// By views, most first, then by name bytes, as on a day.
    public let sections: [SectionRanking]

    init(_ articles: [ArticleCounts]) {
        site = Ranking(articles, previous: nil)
        sections = SectionRanking.inOrder(
            Dictionary(grouping: articles.filter { $0.section != nil }) { $0.section ?? "" }
                .map { SectionRanking(name: $0.key, ranking: Ranking($0.value, previous: nil)) })
    }
}
