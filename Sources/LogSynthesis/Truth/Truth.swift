/// What a count of the logs has to find; `docs/truth-schema.md` describes the file made of it.
public struct Truth: Codable, Equatable, Sendable {
    public struct Day: Codable, Equatable, Sendable {
        /// `YYYY-MM-DD` by the site's clock.
        public var day: String
        /// Views of all articles.
        public var views: Int
        /// Of all articles, those without a view among them.
        public var rawClicks: Int
        /// The articles with a view, most views first, then by key bytes.
        public var articles: [Article]

        enum CodingKeys: String, CodingKey {
            case day, views, articles
            case rawClicks = "raw_clicks"
        }
    }

    public struct Article: Codable, Equatable, Sendable {
        public var key: String
        /// The path of most clicks of that day, and the section in it.
        public var path: String
        public var section: String
        public var views: Int
        public var visitors: Int
        public var rawClicks: Int

        enum CodingKeys: String, CodingKey {
            case key, path, section, views, visitors
            case rawClicks = "raw_clicks"
        }
    }

    public struct Burst: Codable, Equatable, Sendable {
        /// A kind of `--bursts`.
        public var kind: String
        /// Whether it is a rise; false where it only looks so.
        public var rises: Bool
        /// `YYYY-MM-DDTHH:MM:00Z`
        public var start: String
        public var minutes: Int
        /// Clicks beyond the course of things.
        public var clicks: Int
        /// The article's; nil of a section.
        public var key: String?
        public var section: String?
    }

    /// The version of this form.
    public var schema = 1
    public var timezone: String
    /// Lines in all files.
    public var lines: Int
    /// Lines by outcome; every name of COUNTING section 2 is there.
    public var outcomes: [String: Int]
    /// All days, in order, those without a view too.
    public var days: [Day]
    /// What was planned to rise, or to look so; nil where no bursts were asked for.
    public var bursts: [Burst]?
}
