/// Everything besides the lines that decides what they count: made once per run, equal for all workers.
public struct CountingRules: Sendable {
    public let articles: ArticleRules
    public let exclusions: Exclusions
    public let robots: RobotRules
    public let calendar: SiteCalendar
    /// Finds the client behind one's own proxies; nil where the logged client is taken.
    public let forwarded: ForwardedClients?
    /// The name of the cookie that visitors are told by; nil where each format decides.
    public let session: String?
    /// A line whose instant (seconds since 1970 UTC) is later than this is `future`.
    public let latestInstant: Int64
    /// A line of these days is `late`.
    public let closed: ClosedDays

    /// How far clocks of servers may be ahead of the run's, in seconds.
    public static let toleratedClockLead: Int64 = 600

    /// - Parameter now: The start of the run, seconds since 1970 UTC.
    public init(
        articles: ArticleRules, exclusions: Exclusions, robots: RobotRules, calendar: SiteCalendar, now: Int64,
        closed: ClosedDays = ClosedDays(), forwarded: ForwardedClients? = nil, session: String? = nil
    ) {
        self.articles = articles
        self.exclusions = exclusions
        self.robots = robots
        self.calendar = calendar
        latestInstant = now + CountingRules.toleratedClockLead
        self.closed = closed
        self.forwarded = forwarded
        self.session = session
    }
}
