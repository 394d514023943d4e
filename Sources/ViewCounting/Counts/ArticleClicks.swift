/// The clicks on one article on one day, told apart by source: which of them are views.
///
/// The same rule as in `ViewTally`, for one article and at leisure; a law holds them together.
public struct ArticleClicks: Sendable {
    /// What one source brought.
    public struct Source: Sendable {
        /// Clicks of the day, on whatever page of the article, hashed under the day's salt.
        public var clicks: [PageClick]
        /// Clicks of the days beside it, which only tell whether clicks of this day are followed by another.
        public var followers: [PageClick]

        public init(clicks: [PageClick], followers: [PageClick]) {
            self.clicks = clicks
            self.followers = followers
        }
    }

    /// By source, in the order in which the sources were given.
    public private(set) var views: [Int]
    /// Distinct visitors with a view.
    public private(set) var visitors = 0

    private struct Click {
        let visitor: UInt64
        let second: UInt32
        /// Nil for a follower.
        let source: Int?

        /// Of several in one second the first counts that is of the day, by the order of the sources.
        var order: (UInt64, UInt32, Int) { (visitor, second, source ?? .max) }
    }

    public init(_ sources: [Source]) {
        views = Array(repeating: 0, count: sources.count)
        let clicks = sources.enumerated().flatMap { number, source in
            source.clicks.map { Click(visitor: $0.visitor, second: $0.second, source: number) }
                + source.followers.map { Click(visitor: $0.visitor, second: $0.second, source: nil) }
        }.sorted { $0.order < $1.order }
        var start = 0
        var lastVisitor: UInt64?
        while start < clicks.count {
            let click = clicks[start]
            let end = clicks[start...].firstIndex { $0.visitor != click.visitor || $0.second != click.second }
            start = end ?? clicks.count
            guard let source = click.source else { continue }
            let isFollowed =
                start < clicks.count && clicks[start].visitor == click.visitor
                && clicks[start].second - click.second <= ViewTally.doubleClickSeconds
            if isFollowed { continue }
            views[source] += 1
            if lastVisitor != click.visitor { visitors += 1 }
            lastVisitor = click.visitor
        }
    }
}
