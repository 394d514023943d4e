import LogReading
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
    /// The numbers of the rows, in the order of the rows' keys.
    let byKey: [Int]
    /// Where their articles are in `list`, in the same order.
    private let places: [Int]
    private let list: RankedList

    /// Ranks `articles` against the whole ranking of the same scope on the day before.
    ///
    /// - Parameter previous: Nil where the day before is unknown or partial: then nothing is said of movement.
    /// - Complexity: O(n log n) in the articles.
    public init(_ articles: [ArticleCounts], previous: Ranking?) {
        let inOrder = articles.isInKeyOrder ? articles : articles.sorted { $0.key < $1.key }
        self.init(
            inOrder, at: Array(inOrder.indices), inOrder: ViewOrder.of(inOrder), previous: previous,
            placesBefore: previous.map { inOrder.places(in: $0.list.articles) }
        ) { _ in nil }
    }

    /// Ranks some of the articles of a day.
    ///
    /// - Parameters:
    ///   - articles: In the order of their keys.
    ///   - places: Those that are of this scope, in their order.
    ///   - order: Indices of the places, those of most views first, of equal ones the lower first.
    ///   - placesBefore: By place: where the article is in the list of the day before; nil where it is not.
    ///   - charts: How the article at a place has fared up to this day; nil where that is not told.
    init(
        _ articles: [ArticleCounts], at places: [Int], inOrder order: [Int], previous: Ranking?, placesBefore: [Int?]?,
        charts: (_ place: Int) -> ChartEntry?
    ) {
        let rowsBefore = previous?.rows(of: places.map { placesBefore?[$0] })
        var byKey = Array(repeating: 0, count: places.count)
        var isGone = Array(repeating: true, count: previous?.rows.count ?? 0)
        var rank = 0
        var viewsOfRank = -1
        var allViews = 0
        var standings: [RankedList.Standing] = []
        standings.reserveCapacity(places.count)
        for index in order {
            let views = articles[places[index]].views
            allViews += views
            if views != viewsOfRank {
                rank = standings.count + 1
                viewsOfRank = views
            }
            byKey[index] = standings.count
            let rowBefore = rowsBefore?[index]
            if let rowBefore { isGone[rowBefore] = false }
            standings.append(
                RankedList.Standing(
                    place: places[index], rank: rank, previous: rowBefore.flatMap { previous?.rankAndViews(ofRow: $0) },
                    chart: charts(places[index])))
        }
        let list = RankedList(articles, standings, isCompared: previous != nil)
        self.list = list
        self.places = places
        rows = standings.indices.map { RankedArticle(list, row: $0) }
        self.byKey = byKey
        views = allViews
        isCompared = previous != nil
        gone = isGone.indices.filter { isGone[$0] }.compactMap { previous?.rows[$0] }
    }

    /// The numbers of the rows of some places of its list, which come in order; nil where one is not of this scope.
    private func rows(of sought: [Int?]) -> [Int?] {
        var next = 0
        return sought.map { place in
            guard let place else { return nil }
            while next < places.count, places[next] < place { next += 1 }
            return next < places.count && places[next] == place ? byKey[next] : nil
        }
    }

    private func rankAndViews(ofRow row: Int) -> (rank: Int, views: Int) {
        let standing = list.standings[row]
        return (standing.rank, list.articles[standing.place].views)
    }

    /// A row in numbers, without a copy of its article.
    func standing(ofRow row: Int) -> (rank: Int, views: Int, previousRank: Int?, previousViews: Int) {
        let standing = list.standings[row]
        return (
            standing.rank, list.articles[standing.place].views, standing.previousRank, standing.previousViews
        )
    }

    /// Goes through the first `count` rows, as a table does that shows nearly all of them: later rows are fetched meanwhile.
    public func eachRow(upTo count: Int, _ use: (RankedArticle) -> Void) {
        for (number, row) in rows.prefix(max(0, count)).enumerated() {
            list.fetchArticle(ofRow: number + 2 * Ranking.rowsAhead)
            list.fetchTexts(ofRow: number + Ranking.rowsAhead)
            use(row)
        }
    }

    private static let rowsAhead = 8

    /// The first `count` rows, and how many rows after them share the last one's rank.
    public func top(_ count: Int) -> (rows: ArraySlice<RankedArticle>, alsoSharingLastRank: Int) {
        let top = rows.prefix(count)
        guard let last = top.last else { return (top, 0) }
        return (top, rows.dropFirst(count).prefix { $0.rank == last.rank }.count)
    }
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

    init(_ standing: RankedList.Standing) {
        previousRank = standing.previousRank
        previousViews = standing.previousViews
        change = standing.previousRank.map { $0 - standing.rank }
        movement =
            switch change {
            case nil: standing.chart?.isReentry ?? false ? .reentry : .new
            case let change? where change > 0: .up
            case let change? where change < 0: .down
            default: .same
            }
    }
}
