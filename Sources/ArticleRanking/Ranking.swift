public import LogReading
public import ViewCounting

/// The articles of one scope (the site, or a section), most views first, then by key bytes.
///
/// rank = 1 + number of articles with more views, so equal views share a rank: 1, 2, 2, 4.
public struct Ranking: Sendable {
    public let rows: [RankedArticle]
    /// All views of the scope.
    public let views: Int
    /// Whether something is said of movement: the day before is known in full.
    public let isCompared: Bool
    /// The rows of the day before whose article has no view now.
    public let gone: [RankedArticle]

    /// Ranks `articles` against the whole ranking of the same scope on the day before.
    ///
    /// - Parameters:
    ///   - previous: Nil where the day before is unknown or partial: then nothing is said of movement.
    ///   - charts: How an article has fared up to this day; nil where that is not told.
    /// - Complexity: O(n log n) in the articles.
    public init(
        _ articles: [ArticleCounts], previous: Ranking?, charts: (ByteString) -> ChartEntry? = { _ in nil }
    ) {
        // Places are sorted, not articles: those are large.
        let order = articles.indices.sorted { left, right in
            articles[left].views != articles[right].views
                ? articles[left].views > articles[right].views : articles[left].key < articles[right].key
        }
        let before = previous.map { ranking in
            Dictionary(uniqueKeysWithValues: zip(ranking.rows.lazy.map(\.article.key), ranking.rows.indices))
        }
        var isGone = Array(repeating: true, count: previous?.rows.count ?? 0)
        var rank = 0
        var viewsOfRank = -1
        rows = order.enumerated().map { index, place in
            let article = articles[place]
            if article.views != viewsOfRank {
                rank = index + 1
                viewsOfRank = article.views
            }
            let chart = charts(article.key)
            let course = before.map { before in
                let place = before[article.key]
                if let place { isGone[place] = false }
                return DayOverDay(
                    rank: rank, previous: place.flatMap { previous?.rows[$0] }, isReentry: chart?.isReentry ?? false)
            }
            return RankedArticle(rank: rank, article: article, course: course, chart: chart)
        }
        views = articles.reduce(0) { $0 + $1.views }
        isCompared = previous != nil
        gone = zip(previous?.rows ?? [], isGone).filter(\.1).map(\.0)
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
    /// How it has fared up to this day; nil where that is not told, as over several days.
    public let chart: ChartEntry?
}

/// What became of an article from one day to the next, within one scope.
public struct DayOverDay: Hashable, Sendable {
    public enum Movement: String, Sendable {
        case up, down, same
        /// No view in this scope on the day before, nor on any earlier day that is known.
        case new
        /// No view in this scope on the day before, but on an earlier one.
        case reentry = "re-entry"
    }

    /// Nil where the article had no view in this scope on the day before.
    public let previousRank: Int?
    /// Views in this scope on the day before; 0 where it had none.
    public let previousViews: Int
    /// previous rank - rank; nil where there is none.
    public let change: Int?
    public let movement: Movement

    init(rank: Int, previous: RankedArticle?, isReentry: Bool) {
        previousRank = previous?.rank
        previousViews = previous?.article.views ?? 0
        change = previous.map { $0.rank - rank }
        movement =
            switch change {
            case nil: isReentry ? .reentry : .new
            case let change? where change > 0: .up
            case let change? where change < 0: .down
            default: .same
            }
    }
}
