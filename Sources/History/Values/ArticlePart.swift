public import LogReading
public import ViewCounting

/// What one source brought of one article to an open day.
public struct ArticlePart: Sendable {
    /// The source's name; not for printing as it is.
    public var name: String
    /// The paths of the article that its lines asked for, by number of a page in `clicks` and `uncounted`.
    public var paths: [UInt32: ByteString]
    /// Clicks of the day, under the day's salt.
    public var clicks: [PageClick]
    /// Clicks of the next day that may be double clicks of this one's last ones, under this day's salt.
    public var followers: [PageClick]
    /// Lines of the article that are no clicks.
    public var uncounted: [UncountedLines]
    /// Lines of the source with another method or status whose articles are not told apart.
    public var untoldLines: Int
}
