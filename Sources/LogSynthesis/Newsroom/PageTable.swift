/// Targets that are no articles by the profile's patterns: fronts, lists, services, and what robots and scanners ask for.
enum PageTable {
    /// What people read, the commonest first.
    static let forPeople: [[UInt8]] =
        ["/", "/", "/", "/latest", "/?ref=app", "/index.html"].map { Array($0.utf8) }
        + Desk.all.flatMap(fronts)
        + [
            "/latest?page=2", "/latest/page/3", "/search?q=bridge", "/search?q=night%20trains&page=2", "/tag/harbour",
            "/tag/elections/", "/weather/", "/live/ticker?since=1772345", "/api/live?section=sport", "/newsletter",
            "/account/login", "/imprint", "/crossword/today", "/api/recommendations?n=6", "/amp", "/search",
        ].map { Array($0.utf8) }

    static let forRobots: [[UInt8]] = [
        "/robots.txt", "/news-sitemap.xml", "/feed.xml", "/", "/sitemap.xml", "/latest", "/ads.txt", "/favicon.ico",
        "/politics/", "/world", "/sport/feed.xml", "/.well-known/security.txt",
    ].map { Array($0.utf8) }

    /// What scanners try; the site has none of it.
    static let forScanners: [[UInt8]] = [
        "/wp-login.php", "/.env", "/xmlrpc.php", "/admin/index.php", "/.git/config", "/cgi-bin/luci", "/phpmyadmin/",
        "/vendor/phpunit/src/Util/PHP/eval-stdin.php", "/boaform/admin/formLogin", "/actuator/health",
    ].map { Array($0.utf8) }

    /// What pages report to and forms send to.
    static let forPosts: [[UInt8]] = [
        "/api/events", "/api/events?batch=1", "/api/comments", "/account/login", "/api/poll/vote",
    ].map { Array($0.utf8) }

    private static func fronts(of desk: Desk) -> [[UInt8]] {
        let section = [UInt8(ascii: "/")] + [UInt8](escaping: desk.name)
        let plain = desk.subsections.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
        return [section, section + Array("/".utf8)] + plain.map { section + Array("/\($0)".utf8) }
    }
}
