/// What to make: how many lines, of which days, of a site how large.
public struct SynthesisOptions: Equatable, Sendable {
    static let maximumDays = 3660
    static let maximumArticles = 1_000_000
    static let maximumServers = 64
    static let maximumLines = 4_000_000_000
    static let maximumRises = 1000

    /// Lines in all files together, exactly.
    public var lines: Int
    /// Days of the site's calendar, one file per day and server.
    public var days: Int
    public var articles: Int
    /// Equal options give equal bytes; another seed gives another site and another audience.
    public var seed: UInt64
    /// The first day, `YYYY-MM-DD`.
    public var start: String
    /// The site's zone, an IANA name; the lines carry its offset.
    public var timezone: String
    /// Web servers among which the requests are spread.
    public var servers: Int

    /// More clicks than the course of things brings, as planned beside all else; nil for none.
    public var bursts: Bursts?

    /// Which bursts there are.
    public enum Bursts: Equatable, Sendable {
        /// So many rises on the last day by the seed, and decoys with them.
        case drawn(Int)
        /// Those of a list; `docs/truth-schema.md` has its form.
        case listed(String)
    }

    public init(
        lines: Int, days: Int, articles: Int, seed: UInt64, start: String = "2026-03-01", timezone: String = "UTC",
        servers: Int = 1, bursts: Bursts? = nil
    ) {
        self.lines = lines
        self.days = days
        self.articles = articles
        self.seed = seed
        self.start = start
        self.timezone = timezone
        self.servers = servers
        self.bursts = bursts
    }
}
