public import LogReading
public import ViewCounting

/// What `accessrank why` tells: the lines that ask for one article on one day, and what became of each.
public struct WhyReport: Sendable {
    /// The forms that `--as` knows.
    public typealias Form = RankOutput.Form

    /// What one log brought.
    public struct Source: Sendable {
        /// Not for printing as it is.
        public let name: String
        /// Its lines of the article, by outcome and rule; each outcome and rule once.
        public let lines: [Lines]

        public init(name: String, lines: [Lines]) {
            self.name = name
            self.lines = lines
        }
    }

    /// Lines that one rule gave one outcome.
    public struct Lines: Sendable {
        public let outcome: Outcome
        /// Empty where the outcome says all, or where the rule is not known any more.
        public let rule: ByteString
        public let lines: Int

        public init(_ outcome: Outcome, rule: ByteString = "", lines: Int) {
            self.outcome = outcome
            self.rule = rule
            self.lines = lines
        }
    }

    /// What the day's rankings say of it.
    public struct Ranked: Sendable {
        public let article: ArticleCounts
        public let rank: Int
        /// Articles in the site's ranking.
        public let articles: Int
        /// In its section's ranking; nil where it has no section.
        public let sectionRank: Int?
        public let sectionArticles: Int?

        public init(article: ArticleCounts, rank: Int, articles: Int, sectionRank: Int?, sectionArticles: Int?) {
            self.article = article
            self.rank = rank
            self.articles = articles
            self.sectionRank = sectionRank
            self.sectionArticles = sectionArticles
        }
    }

    /// How the profile, as it is now, gives the key.
    public enum Origin: Hashable, Sendable {
        /// By this pattern.
        case pattern(String)
        /// The key is the path: the profile has no patterns.
        case path
        /// Not any more: the profile was another one when the lines were counted.
        case otherProfile
    }

    /// What is left of the lines.
    public enum Detail: Sendable {
        /// All that its sources brought.
        case open([Source], paths: [(path: ByteString, clicks: Int)], untoldLines: Int)
        /// The day is closed, and what its views were made of is gone.
        case closed
    }

    public let day: CalendarDay
    public let site: String?
    public let zoneName: String
    public let csvBOM: Bool
    public let key: ByteString
    public let naming: ArticleNaming
    /// Nil where it has no view on the day.
    public let ranked: Ranked?
    public var origin = Origin.path
    /// The path by which the article was asked for, where no line of the day knows one.
    public var typedPath: ByteString?
    public let detail: Detail
    /// `complete`, `partial`, ...
    public let state: String

    public init(
        day: CalendarDay, site: String?, zoneName: String, csvBOM: Bool, key: ByteString, naming: ArticleNaming,
        ranked: Ranked?, detail: Detail, state: String
    ) {
        self.day = day
        self.site = site
        self.zoneName = zoneName
        self.csvBOM = csvBOM
        self.key = key
        self.naming = naming
        self.ranked = ranked
        self.detail = detail
        self.state = state
    }

    public func bytes(as form: Form) -> [UInt8] {
        switch form {
        case .markdown: Array(markdown.utf8)
        case .csv: csv
        case .json: Array(json.utf8)
        }
    }

    /// Whether what the sources brought comes to what the rankings say; true for a closed day, of which it is not known.
    public var addsUp: Bool {
        guard case .open = detail else { return true }
        let (views, raw) = (lines(of: [.view]), lines(of: [.robot, .doubleClick, .view]))
        guard let article = ranked?.article else { return views == 0 }
        return views == article.views && raw == article.rawClicks
    }

    /// The outcomes that lines of an article can have, in the order in which they apply.
    static let outcomes = LineVerdict.outcomes + [.doubleClick, .view]

    var sources: [Source] {
        if case .open(let sources, _, _) = detail { return sources }
        return []
    }

    func lines(of outcomes: Set<Outcome>) -> Int {
        sources.reduce(0) { sum, source in
            sum + source.lines.reduce(0) { $0 + (outcomes.contains($1.outcome) ? $1.lines : 0) }
        }
    }

    /// The lines of all sources by outcome and rule: in the order of outcomes, then most lines first, then by rule.
    var rules: [Lines] {
        WhyReport.summed(sources.flatMap(\.lines))
    }

    /// - Returns: Each outcome and rule once.
    static func summed(_ lines: [Lines]) -> [Lines] {
        let groups = Dictionary(grouping: lines) { LineVerdict($0.outcome, rule: $0.rule) }
        return groups.map { verdict, lines in
            Lines(verdict.outcome, rule: verdict.rule, lines: lines.reduce(0) { $0 + $1.lines })
        }.sorted { ($0.outcome.rawValue, $1.lines, $0.rule) < ($1.outcome.rawValue, $0.lines, $1.rule) }
    }

    /// The path shown; of an article without a view that of most clicks, else the least.
    public var path: ByteString {
        if let ranked { return ranked.article.path }
        if case .open(_, let paths, _) = detail, let first = paths.first { return first.path }
        return typedPath ?? key
    }
}
