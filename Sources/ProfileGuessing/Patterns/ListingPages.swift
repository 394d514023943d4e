/// Pages that list articles, and others that no newsroom ranks: known by the names of their folders, or by the
/// articles below them.
struct ListingPages {
    /// How many articles are right below a path.
    private let children: [String: Int]

    /// Names that stand for no article on any site that has them.
    static let names: Set<String> = [
        "tag", "tags", "author", "authors", "category", "categories", "search", "archive", "archives", "feed", "feeds",
        "rss", "atom", "page", "login", "logout", "register", "account", "accounts", "user", "users", "profile", "api",
        "ajax", "wp-json", "wp-admin", "wp-login", "wp-content", "wp-includes", "static", "assets", "images", "image",
        "img", "fonts", "files", "file", "download", "downloads", "preview", "previews", "print", "share", "embed",
        "comment", "comments", "cart", "checkout", "contact", "privacy", "terms", "impressum", "imprint", "newsletter",
        "newsletters", "subscribe", "sitemap", "cgi-bin", "admin", "health", "ping", "status", "settings", "filter",
    ]

    private static let fewestChildren = 3

    init(_ paths: [PathForm.Path]) {
        var children: [String: Int] = [:]
        for path in paths where path.form.leaf != .name && ListingPages.namedSegment(of: path) == nil {
            guard let slash = path.text.lastIndex(of: "/"), slash > path.text.startIndex else { continue }
            children[String(path.text[..<slash]), default: 0] += 1
        }
        self.children = children
    }

    /// Whether articles are below it: one where its last segment is a mere name, several where it could be a headline.
    func isParent(_ path: PathForm.Path) -> Bool {
        children[path.text, default: 0] >= (path.form.leaf == .name ? 1 : ListingPages.fewestChildren)
    }

    /// The place of the first segment whose name says that this is no article.
    static func namedSegment(of path: PathForm.Path) -> Int? {
        path.segments.firstIndex { names.contains($0.lowercased()) }
    }
}
