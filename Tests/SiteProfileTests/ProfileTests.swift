import Foundation
import LogReading
import SiteProfile
import Testing
import ViewCounting

@Suite("Profiles")
struct ProfileTests {
    /// The profile of issue 2, with something in every key.
    private static let full = """
        site: The Example Times
        url: https://www.example.com/        # links in reports
        timezone: Asia/Tokyo
        format: combined
        hosts: [www.example.com, "M.Example.com.:443", "[2001:DB8::1]"]
        client: forwarded
        trusted_proxies: [10.0.0.0/8]
        logs: [/var/log/nginx/access.log-*.gz, "logs/*.gz"]
        catalog: [news-sitemap.xml, /srv/feeds/*.rss]
        reports: out/reports
        history: kept/access.sqlite
        retain_days: 14
        articles: ["/{section}/{subsection}/{date}-{id}", "/article.php"]
        identity_query: [id]
        exclude: {clients: [10.0.0.0/8], agents: [UptimeCheck], paths: ["/preview/**"], articles: [981, "/a"]}
        robots: {lists: [builtin], also: [MyCrawler], people: [CUBOT]}
        top: 30
        section_top: 7
        csv_bom: true
        """

    @Test("Every key is read")
    func everyKey() throws {
        let profile = try Profile(yaml: Self.full, file: "conf/site.yaml")
        #expect(profile.site == "The Example Times")
        #expect(profile.url == "https://www.example.com")
        #expect(profile.timezone == "Asia/Tokyo")
        #expect(profile.format == .text("combined"))
        let hosts = profile.exclusions.hosts
        #expect(
            ["m.example.com", "WWW.EXAMPLE.COM:80", "[2001:db8::1]:80"].allSatisfy { hosts.contains(Array($0.utf8)) })
        #expect(!hosts.contains(Array("example.com".utf8)))
        #expect(profile.forwarded?.trusted == [ClientNetwork("10.0.0.0/8")].compactMap(\.self))
        #expect(profile.logs == ["/var/log/nginx/access.log-*.gz", "conf/logs/*.gz"])
        #expect(profile.catalog == ["conf/news-sitemap.xml", "/srv/feeds/*.rss"])
        #expect(profile.reports == "conf/out/reports")
        #expect(profile.history == "conf/kept/access.sqlite")
        #expect(profile.retainDays == 14)
        #expect(profile.articleRules.patterns.map(\.source) == ["/{section}/{subsection}/{date}-{id}", "/article.php"])
        #expect(profile.articleRules.identityQuery == ["id"])
        #expect(profile.exclusions.excludes(client: Array("10.9.9.9".utf8)))
        #expect(profile.exclusions.agents == ["UptimeCheck"])
        #expect(profile.exclusions.paths.map(\.source) == ["/preview/**"])
        #expect(profile.exclusions.articles == [Array("981".utf8), Array("/a".utf8)])
        #expect(profile.robotRules.lists.map(\.name) == ["builtin"])
        #expect(profile.robotRules.also == ["MyCrawler"])
        #expect(profile.robotRules.people == ["CUBOT"])
        #expect(profile.top == 30)
        #expect(profile.sectionTop == 7)
        #expect(profile.csvBOM)
    }

    @Test(
        "A file without a key has all defaults",
        arguments: [
            "", "# nothing yet\n", "---\n", "~", "{}", "\u{FEFF}# with a mark\r\n", "site:\nexclude:\nrobots: ~\n",
        ])
    func defaults(yaml: String) throws {
        let profile = try Profile(yaml: yaml, file: "site.yaml")
        #expect(profile.site == nil && profile.url == nil && profile.format == nil)
        #expect(profile.timezone == "UTC")
        #expect(profile.logs.isEmpty && profile.catalog.isEmpty)
        #expect(profile.reports == "reports")
        #expect(profile.history == "accessrank.sqlite")
        #expect(profile.retainDays == 3)
        #expect(profile.articleRules.patterns.isEmpty && profile.articleRules.identityQuery.isEmpty)
        #expect(profile.exclusions.isEmpty)
        #expect(profile.forwarded == nil)
        #expect(profile.robotRules.lists.map(\.name) == ["builtin"])
        #expect(profile.robotRules.also.isEmpty && profile.robotRules.people.isEmpty)
        #expect(profile.top == 20 && profile.sectionTop == 5 && !profile.csvBOM)
    }

    @Test("An empty list of robot lists is no list, and a list named twice is one")
    func robotLists() throws {
        let none = try Profile(yaml: "robots: {lists: []}", file: "site.yaml")
        #expect(none.robotRules.lists.isEmpty)
        let twice = try Profile(yaml: "robots: {lists: [builtin, builtin]}", file: "site.yaml")
        #expect(twice.robotRules.lists.count == 1)
    }

    @Test("Numbers, dates and words such as yes are taken as they are written where a text is expected")
    func scalarsAsText() throws {
        let yaml = "site: 2026\nidentity_query: [007, yes, 2026-03-02, \"null\"]\nreports: 1.50"
        let profile = try Profile(yaml: yaml, file: "site.yaml")
        #expect(profile.site == "2026")
        #expect(profile.articleRules.identityQuery == ["007", "yes", "2026-03-02", "null"])
        #expect(profile.reports == "1.50")
    }

    @Test("Anchors and aliases are followed")
    func aliases() throws {
        let profile = try Profile(yaml: "logs: &l [a.log]\nidentity_query: *l", file: "site.yaml")
        #expect(profile.articleRules.identityQuery == ["a.log"])
    }

    @Test("Paths are relative to the profile's folder, whose name is no glob")
    func relativePaths() throws {
        let yaml = "logs: [\"*.log\", /var/*.log]\nreports: /srv/r"
        let profile = try Profile(yaml: yaml, file: "/etc/a[b]*c?/site.yaml")
        #expect(profile.logs == ["/etc/a\\[b]\\*c\\?/*.log", "/var/*.log"])
        #expect(profile.reports == "/srv/r")
        #expect(try Profile(yaml: "", file: "/etc/a[b]/site.yaml").reports == "/etc/a[b]/reports")
        #expect(try Profile(yaml: "", file: "site.yaml").reports == "reports")
        #expect(try Profile(yaml: "", file: "/etc/a[b]/site.yaml").history == "/etc/a[b]/accessrank.sqlite")
        #expect(try Profile(yaml: "history: /srv/h", file: "/etc/site.yaml").history == "/srv/h")
    }

    @Test("Days can be kept open from none to ten years", arguments: [0, 1, 3650])
    func retention(days: Int) throws {
        #expect(try Profile(yaml: "retain_days: \(days)", file: "site.yaml").retainDays == days)
    }

    @Test(
        "A zone of the IANA database is known, also by an older name",
        arguments: ["UTC", "GMT", "Asia/Kolkata", "Asia/Calcutta", "US/Eastern", "Etc/GMT+3", "Japan", "Europe/Kyiv"])
    func timeZones(name: String) throws {
        #expect(try Profile(yaml: "timezone: \(name)", file: "site.yaml").timezone == name)
    }

    @Test("A log format is one of the names passed in")
    func formats() throws {
        let profile = try Profile(yaml: "format: w3c", file: "site.yaml", formats: ["w3c"])
        #expect(profile.format == .text("w3c"))
    }

    @Test("Keys of JSON lines are named one by one, or several in the order of preference")
    func jsonKeys() throws {
        let yaml = """
            format:
              json:
                client: remote.ip
                time: ts
                method: m
                target: [request.uri, url]
                status: 'status'
                cookies: headers.cookie
            session: sid
            """
        let profile = try Profile(yaml: yaml, file: "site.yaml")
        let keys = JSONKeys([
            .client: ["remote.ip"], .time: ["ts"], .method: ["m"], .target: ["request.uri", "url"],
            .status: ["status"], .cookies: ["headers.cookie"],
        ])
        #expect(profile.format == .json(keys))
        #expect(profile.session == "sid")
    }

    @Test(
        "A session is named for formats that can have it, and for logs that show their own",
        arguments: [
            "", "format: w3c", "format: caddy", "format: '$remote_addr $msec \"$request\" $status $http_cookie'",
        ])
    func sessions(format: String) throws {
        let profile = try Profile(yaml: "\(format)\nsession: sid", file: "site.yaml")
        #expect(profile.session == "sid")
    }

    @Test(
        "A URL may have a port, a folder and an address as its host",
        arguments: [
            "https://www.example.com:8443/news", "HTTP://192.0.2.7", "http://[2001:db8::7]:80",
            "https://xn--n3h.example",
        ])
    func urls(url: String) throws {
        #expect(try Profile(yaml: "url: \(url)", file: "site.yaml").url == url)
    }
}
