import ArticleRanking

/// The first rows of one ranking, as every form of a report writes them.
struct RankedScope {
    /// Shares are of all its views, whichever rows are shown.
    let ranking: Ranking
    let naming: ArticleNaming
    /// Rows that are shown.
    let top: Int
    /// False over several days, where visitors cannot be added up.
    var knowsVisitors = true
    /// False in windows: views alone are kept by the minute.
    var knowsRawClicks = true
    /// When the articles were read; nil where that is not told.
    var hours: ShownHours?

    var rows: ArraySlice<RankedArticle> { ranking.top(top).rows }
}
