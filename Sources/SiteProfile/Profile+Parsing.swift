import ViewCounting

extension Profile {
    private static let keys = [
        "site", "url", "timezone", "format", "session", "hosts", "client", "trusted_proxies", "logs", "catalog",
        "reports",
        "history", "retain_days", "articles", "identity_query", "exclude", "robots", "top", "section_top", "csv_bom",
    ]
    private static let excludeKeys = ["clients", "agents", "paths", "articles"]
    private static let robotsKeys = ["lists", "also", "people"]

    /// Reads a profile from its text.
    ///
    /// - Parameters:
    ///   - yaml: the text; nothing but comments is a profile with all defaults.
    ///   - file: the name of the file, for messages, and for its folder, to which paths in it are relative.
    ///   - formats: the names of log formats that are known.
    public init(yaml: String, file: String, formats: [String] = Profile.knownFormats) throws(ProfileError) {
        let source = ProfileSource(file: file, text: yaml)
        let root = try source.root()
        let section = try ProfileSection(root, name: "the profile", known: Self.keys, source: source)
        let folder = ProfileFolder(ofFile: file)
        text = yaml
        site = try section.text("site")?.string
        url = try section.text("url").map(Self.siteURL)
        timezone = try section.text("timezone").map(Self.timeZone) ?? timezone
        let name = try section.text("session")
        session = name?.string
        format = try Self.format(section, session: name, among: formats)
        let hosts = SiteHosts(try section.texts("hosts").map(Self.host))
        forwarded = try Self.forwardedClients(section)
        logs = try section.texts("logs").map { folder.resolve(glob: $0.string) }
        catalog = try section.texts("catalog").map { folder.resolve(glob: $0.string) }
        reports = folder.resolve(path: try section.text("reports")?.string ?? reports)
        history = folder.resolve(path: try section.text("history")?.string ?? history)
        retainDays = try section.integer("retain_days", in: 0...Self.longestRetention) ?? retainDays
        articleRules = ArticleRules(
            patterns: try section.texts("articles").map(Self.pattern),
            identityQuery: try Self.identityQuery(section))
        exclusions = try Self.exclusions(section.section("exclude", known: Self.excludeKeys), hosts)
        top = try section.integer("top", in: 1...Self.largestTop) ?? top
        sectionTop = try section.integer("section_top", in: 1...Self.largestTop) ?? sectionTop
        csvBOM = try section.flag("csv_bom") ?? csvBOM
        robotRules = try Self.robotRules(section.section("robots", known: Self.robotsKeys), folder)
    }

    private static func identityQuery(_ section: ProfileSection) throws(ProfileError) -> [String] {
        var names: [String] = []
        for text in try section.texts("identity_query") {
            names.append(try parameterName(text, besides: names))
        }
        return names
    }

    private static func exclusions(
        _ section: ProfileSection, _ hosts: SiteHosts
    ) throws(ProfileError) -> Exclusions {
        Exclusions(
            clients: try section.texts("clients").map(network),
            agents: try section.texts("agents").map(\.string),
            paths: try section.texts("paths").map(pattern),
            articles: try section.texts("articles").map(\.string),
            hosts: hosts)
    }

    /// Nobody can be believed without being trusted, and nobody is trusted for nothing.
    private static func forwardedClients(_ section: ProfileSection) throws(ProfileError) -> ForwardedClients? {
        let client = try section.text("client")
        var name = loggedClient
        if let client { name = try known(client, among: clientNames, what: "client") }
        let trusted = try section.texts("trusted_proxies")
        if let client, name == forwardedClient, trusted.isEmpty {
            throw client.error(
                "\"client: forwarded\" trusts no proxy",
                "list the addresses or networks of yours: trusted_proxies: [10.0.0.0/8]")
        }
        if let first = trusted.first, name == loggedClient {
            throw first.error(
                "\"trusted_proxies\" does nothing without \"client: forwarded\"",
                "write client: forwarded, or take the list out")
        }
        return name == forwardedClient ? ForwardedClients(trusted: try trusted.map(network)) : nil
    }

    private static let loggedClient = "logged"
    private static let forwardedClient = "forwarded"
    private static let clientNames = [loggedClient, forwardedClient]

    private static func robotRules(
        _ section: ProfileSection, _ folder: ProfileFolder
    ) throws(ProfileError) -> RobotRules {
        var lists: [RobotList] = section.has("lists") ? [] : [.builtin]
        var named: Set<String> = []
        for text in try section.texts("lists") where named.insert(text.string).inserted {
            lists.append(try robotList(text, folder))
        }
        return RobotRules(
            lists: lists,
            also: try section.texts("also").map(\.string),
            people: try section.texts("people").map(\.string))
    }
}
