public import ArticleRanking
public import ViewCounting

/// What the newsroom's catalogue said in one run.
public struct HeadlineSighting: Sendable {
    /// The local day on which the run started: a headline that changed holds from it on.
    public var day: CalendarDay
    public var headlines: Headlines

    public init(day: CalendarDay, headlines: Headlines) {
        self.day = day
        self.headlines = headlines
    }
}
