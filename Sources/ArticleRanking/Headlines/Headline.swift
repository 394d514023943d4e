public import LogReading

/// What a newsroom says of an article: its title, its section and when it was published.
public struct Headline: Hashable, Sendable {
    /// As a reader sees it: entities decoded, white space at its ends gone; never empty.
    public var title: String
    /// The canonical bytes of a section, spelt as in a path (`%E7%89%B9%E9%9B%86`); nil where the newsroom names none.
    public var section: ByteString?
    /// Nil where it is not known.
    public var published: PublicationTime?
    /// Where the newsroom says that it stands, as it was written; nil where it says nothing.
    public var url: String?

    public init(title: String, section: ByteString? = nil, published: PublicationTime? = nil, url: String? = nil) {
        self.title = title
        self.section = section
        self.published = published
        self.url = url
    }

    /// What is known when a later source has its say: what it does not say, stays.
    public func updated(by later: Headline) -> Headline {
        Headline(
            title: later.title, section: later.section ?? section, published: later.published ?? published,
            url: later.url ?? url)
    }
}

/// When an article was published: an instant, or a day where no more is said.
public struct PublicationTime: Hashable, Sendable {
    /// Seconds since 1970 UTC; of a day its first second in the site's zone.
    public var second: Int64
    /// Only the day is known.
    public var isDay: Bool

    public init(second: Int64, isDay: Bool = false) {
        self.second = second
        self.isDay = isDay
    }

    /// The instants that a calendar can tell: the years 1 to 9999.
    public static let times: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Whether a calendar can tell when it was.
    public var isPossible: Bool { PublicationTime.times.contains(second) }
}
