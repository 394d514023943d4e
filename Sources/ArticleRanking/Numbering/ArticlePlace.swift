public import LogReading

/// An article under the path, and in that path's section, by which a day shows it.
///
/// On one day an article has one place. On another it may have another one: it moved, or most readers came another way.
public struct ArticlePlace: Hashable, Sendable {
    /// What makes it this article.
    public let key: ByteString
    /// The canonical path of most of its clicks.
    public let path: ByteString
    /// The section of that path; nil for none.
    public let section: ByteString?

    public init(key: ByteString, path: ByteString, section: ByteString?) {
        self.key = key
        self.path = path
        self.section = section
    }
}
