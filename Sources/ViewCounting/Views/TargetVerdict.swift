/// Whether a request target stands for an article.
public enum TargetVerdict: Hashable, Sendable {
    case article(ArticleAddress)
    case otherPage(OtherPageReason)
}

/// Why a request target stands for no article.
public enum OtherPageReason: Hashable, Sendable {
    /// It has no path: it does not begin with `/` once the origin is gone (`*`, `host:443`).
    case noPath
    /// There are patterns, and none of them fits its canonical path.
    case noPatternFits(path: [UInt8])
    /// There are no patterns, and its canonical path is the front page, `/robots.txt` or `/favicon.ico`.
    case siteFile(path: [UInt8])
    /// There are no patterns, and its last segment ends like a file that pages are made of, not like a page.
    case asset(path: [UInt8], ending: [UInt8])
}

extension OtherPageReason: CustomStringConvertible {
    /// The reason as the end of a sentence that begins with "not an article:".
    public var description: String {
        switch self {
        case .noPath: "it has no path (it does not begin with /)"
        case .noPatternFits: "no pattern of the profile fits its path"
        case .siteFile: "it is a page of the site itself (/, /robots.txt or /favicon.ico)"
        case .asset(_, let ending): "a file ending in .\(String(decoding: ending, as: UTF8.self)) is no page"
        }
    }
}
