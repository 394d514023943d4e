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
