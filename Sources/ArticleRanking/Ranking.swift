import LogReading
public import ViewCounting

/// The articles of one scope (the site, or a section), most views first, then by key bytes.
///
/// rank = 1 + number of articles with more views, so equal views share a rank: 1, 2, 2, 4.
public struct Ranking: Sendable {
    public let rows: [RankedArticle]
    /// All views of the scope.
    public let views: Int

    /// Ranks `articles` against the whole ranking of the same scope on the day before.
    ///
    /// - Parameter previous: Nil where the day before is unknown or partial: then nothing is said of movement.
    /// - Complexity: O(n log n) in the articles.
    public init(_ articles: [ArticleCounts], previous: Ranking?) {
        // Places are sorted, not articles: those are large.
        let order = articles.indices.sorted { left, right in
            articles[left].views != articles[right].views
                ? articles[left].views > articles[right].views : articles[left].key < articles[right].key
        }
        let before = previous.map { ranking in
            Dictionary(uniqueKeysWithValues: zip(ranking.rows.lazy.map(\.article.key), ranking.rows.indices))
        }
        var rank = 0
        var viewsOfRank = -1
        rows = order.enumerated().map { index, place in
            let article = articles[place]
            if article.views != viewsOfRank {
                rank = index + 1
                viewsOfRank = article.views
            }
            let course = before.map { before in
                DayOverDay(rank: rank, previous: before[article.key].flatMap { previous?.rows[$0] })
            }
            return RankedArticle(rank: rank, article: article, course: course)
        }
        views = articles.reduce(0) { $0 + $1.views }
    }

    /// The first `count` rows, and how many rows after them share the last one's rank.
    public func top(_ count: Int) -> (rows: ArraySlice<RankedArticle>, alsoSharingLastRank: Int) {
        let top = rows.prefix(count)
        guard let last = top.last else { return (top, 0) }
        return (top, rows.dropFirst(count).prefix { $0.rank == last.rank }.count)
    }
}

/// A row of a ranking.
public struct RankedArticle: Sendable {
    public let rank: Int
    public let article: ArticleCounts
    /// Against the day before; nil where that day is unknown or partial.
    public let course: DayOverDay?
}

/// What became of an article from one day to the next, within one scope.
public struct DayOverDay: Hashable, Sendable {
    public enum Movement: String, Sendable {
        case new, up, down, same
    }

    /// Nil where the article had no view in this scope on the day before.
    public let previousRank: Int?
    /// Views in this scope on the day before; 0 for a new article.
    public let previousViews: Int
    /// previous rank - rank; nil for a new article.
    public let change: Int?
    public let movement: Movement

    init(rank: Int, previous: RankedArticle?) {
        previousRank = previous?.rank
        previousViews = previous?.article.views ?? 0
        change = previous.map { $0.rank - rank }
        movement =
            switch change {
            case nil: .new
            case let change? where change > 0: .up
            case let change? where change < 0: .down
            default: .same
            }
    }
}
