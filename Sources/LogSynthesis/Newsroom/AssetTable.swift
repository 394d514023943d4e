/// Files that pages load: style sheets, scripts and fonts of the site, and pictures of an article.
enum AssetTable {
    static let files: [[UInt8]] = (styles + scripts + fonts + others).map { Array($0.utf8) }

    /// Widths in which an article's picture is served; asset numbers from `files.count` on mean these.
    static let pictureWidths = [320, 640, 960, 1280]

    static var count: Int { files.count + pictureWidths.count }

    private static let styles = ["main", "article", "front", "print", "dark"].map { "/static/css/\($0).8c1f03e7.css" }
    private static let scripts = ["app", "vendor", "player", "consent", "ads", "metrics", "charts", "comments"].map {
        "/static/js/\($0).4be0a91d.js"
    }
    private static let fonts = ["serif-400", "serif-700", "sans-400", "sans-600"].map { "/static/fonts/\($0).woff2" }
    private static let others = [
        "/favicon.ico", "/static/img/logo.svg", "/static/img/icons.svg", "/static/app.webmanifest",
        "/static/img/placeholder.png", "/apple-touch-icon.png", "/static/js/service-worker.js?v=118",
    ]
}
