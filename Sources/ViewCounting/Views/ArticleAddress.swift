/// Which article a request target stands for.
public struct ArticleAddress: Hashable, Sendable {
    /// What the article is counted under. Articles with equal keys are one article.
    public let key: [UInt8]
    /// The canonical path by which this request came; without any query.
    public let path: [UInt8]
    /// `{section}`, else the first of two or more segments of the path, else nil. A catalogue may know better.
    public let section: [UInt8]?
    /// The place in the profile's list, from 0, of the pattern that fits the path; nil without patterns.
    public let pattern: Int?

    public init(key: [UInt8], path: [UInt8], section: [UInt8]?, pattern: Int? = nil) {
        self.key = key
        self.path = path
        self.section = section
        self.pattern = pattern
    }
}
