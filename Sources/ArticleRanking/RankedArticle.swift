public import ViewCounting

/// A row of a ranking: a place in a list that all rows share, so that thousands of rows are made without copying an article.
public struct RankedArticle: Sendable {
    private let list: RankedList
    private let row: Int

    init(_ list: RankedList, row: Int) {
        self.list = list
        self.row = row
    }

    public var rank: Int { list.standings[row].rank }
    public var article: ArticleCounts { list.articles[list.standings[row].place] }
    /// Against the day before; nil where that day is unknown or partial.
    public var course: DayOverDay? { list.isCompared ? DayOverDay(list.standings[row]) : nil }
    /// How it has fared up to this day; nil where that is not told, as over several days.
    public var chart: ChartEntry? { list.standings[row].chart }
}

/// What the rows of a ranking are made of.
final class RankedList: Sendable {
    /// Of the whole day, in the order of keys.
    let articles: [ArticleCounts]
    /// By row.
    let standings: [Standing]
    /// Whether something is known of the day before.
    let isCompared: Bool

    /// A row in few bytes: a day has ten thousands of them.
    struct Standing: Sendable {
        private let ownPlace: UInt32
        private let ownRank: UInt32
        /// 0 where the article had no view on the day before.
        private let rankBefore: UInt32
        /// On the day before.
        let previousViews: Int
        let chart: ChartEntry?

        init(place: Int, rank: Int, previous: (rank: Int, views: Int)?, chart: ChartEntry?) {
            ownPlace = UInt32(place)
            ownRank = UInt32(rank)
            rankBefore = UInt32(previous?.rank ?? 0)
            previousViews = previous?.views ?? 0
            self.chart = chart
        }

        /// Of the article.
        var place: Int { Int(ownPlace) }
        var rank: Int { Int(ownRank) }
        var previousRank: Int? { rankBefore == 0 ? nil : Int(rankBefore) }
    }

    init(_ articles: [ArticleCounts], _ standings: [Standing], isCompared: Bool) {
        self.articles = articles
        self.standings = standings
        self.isCompared = isCompared
    }
}
