public import LogReading
public import ViewCounting

/// What an operator decides about a site: where its logs are, which pages are articles, who counts, what is reported.
///
/// A value without a file has all defaults and is what a run without `--profile` uses. `docs/site-profile.md` says what
/// each key means.
public struct Profile: Sendable {
    /// The site's name for the title of reports; nil where the profile gives none.
    public var site: String?
    /// What paths are put behind to make links: `http(s)://host`, never with a `/` at its end; nil for no links.
    public var url: String?
    /// The IANA name of the zone whose calendar days are counted.
    public var timezone = "UTC"
    /// The log format; nil where each file shows its own.
    public var format: FormatChoice?
    /// The name of the cookie that visitors are told by; nil where each format decides.
    public var session: String?
    /// Finds the client behind the site's own proxies; nil where the logged client is taken.
    public var forwarded: ForwardedClients?
    /// Globs (glob(7)) of the logs, relative to the working folder or absolute; they have not been looked up.
    public var logs: [String] = []
    /// Globs of the newsroom's catalogue (sitemaps, feeds, CSV) in the order in which they are believed, the last one most.
    public var catalog: [String] = []
    /// The folder of the reports, relative to the working folder or absolute.
    public var reports = "reports"
    /// The file of the history, relative to the working folder or absolute.
    public var history = "accessrank.sqlite"
    /// Days after which a day to which nothing has been added is closed; 0...3650.
    public var retainDays = 3
    /// Which request targets are articles, and which ones.
    public var articleRules = ArticleRules()
    /// What is not counted although it is an article.
    public var exclusions = Exclusions()
    /// Which agents are robots.
    public var robotRules: RobotRules
    /// How many articles the site's ranking shows.
    public var top = 20
    /// How many articles each section's ranking shows.
    public var sectionTop = 5
    /// Whether CSV files begin with a byte-order mark, without which Excel takes UTF-8 for something else.
    public var csvBOM = false

    /// The YAML that it was read from; empty without a file.
    public internal(set) var text = ""

    /// A profile in which every key is absent.
    public init() {
        robotRules = RobotRules()
    }
}

/// How a profile says what its logs look like.
public enum FormatChoice: Hashable, Sendable {
    /// The name of a format, or the string of a server's configuration.
    case text(String)
    /// JSON lines with these keys; nothing that counting needs is missing.
    case json(JSONKeys)
}

extension Profile {
    /// The most rows that a ranking can be asked for; more is a slip of the finger.
    public static let largestTop = 1_000_000

    /// Ten years: more would keep clicks for good.
    public static let longestRetention = 3650

    /// The names of log formats that a profile may ask for.
    public static let knownFormats = LogFormat.named.map(\.rawValue)
}
