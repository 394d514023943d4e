import LogReading

/// What the profile takes out of the count: clients, agents, paths, articles and other hosts.
///
/// Section 4 of the counting rules, last sentence. Each question is a pure function, so its answer can be kept.
public struct Exclusions: Sendable {
    public let clients: [ClientNetwork]
    public let agents: [String]
    public let paths: [PathPattern]
    public let articles: Set<[UInt8]>
    /// The hosts that are not excluded.
    public let hosts: SiteHosts

    private let agentSearch: TokenSearch
    private let sieve: NetworkSieve
    private let pathList: PatternList

    public init(
        clients: [ClientNetwork] = [], agents: [String] = [], paths: [PathPattern] = [], articles: [String] = [],
        hosts: SiteHosts = .all
    ) {
        self.clients = clients
        sieve = NetworkSieve(clients)
        self.agents = agents
        self.hosts = hosts
        self.paths = paths
        pathList = PatternList(paths)
        self.articles = Set(articles.map { Array($0.utf8) })
        agentSearch = TokenSearch(agents.map { Array($0.utf8) })
    }

    /// Whether `excludes(client:)` can be true.
    public var hasClients: Bool { !clients.isEmpty }
    /// Whether `excludes(agent:)` can be true.
    public var hasAgents: Bool { !agents.isEmpty }
    /// Whether `excludes(article:)` can be true.
    public var hasArticles: Bool { !paths.isEmpty || !articles.isEmpty }
    /// Whether nothing is excluded.
    public var isEmpty: Bool { !hasClients && !hasAgents && !hasArticles && !hosts.isLimited }

    /// Whether the client, as logged, is an address in one of the networks; a name, zone, port or bracket is in none.
    public func excludes(client: [UInt8]) -> Bool {
        client.withByteView { excludes(client: $0) }
    }

    /// The same of bytes that lie in somebody else's buffer; asked once a click.
    func excludes(client: ByteView) -> Bool { excludingNetwork(of: client) != nil }

    /// The place in `clients` of the first network that a client is in.
    @inline(__always)
    func excludingNetwork(of client: ByteView) -> Int? {
        guard hasClients, sieve.lets(client), let address = IPAddress(client) else { return nil }
        return clients.firstIndex { $0.contains(address) }
    }

    /// Whether the agent holds one of the substrings, A-Z equal to a-z.
    public func excludes(agent: [UInt8]) -> Bool {
        excludingAgent(of: agent) != nil
    }

    /// The place in `agents` of the one by which an agent is excluded.
    func excludingAgent(of agent: [UInt8]) -> Int? { hasAgents ? agentSearch.firstToken(in: agent) : nil }

    /// Whether the article's key is excluded, or a pattern fits the canonical path by which it came.
    public func excludes(article: ArticleAddress) -> Bool {
        articles.contains(article.key) || excludingPath(of: article) != nil
    }

    /// The first of `paths` that fits the path by which an article came.
    func excludingPath(of article: ArticleAddress) -> PathPattern? {
        article.path.withByteView { excludingPath(of: $0) }
    }

    /// The first of `paths` that fits a canonical path.
    func excludingPath(of path: ByteView) -> PathPattern? {
        var captures = CaptureRanges()
        guard !paths.isEmpty, let place = pathList.firstFit(path, captures: &captures) else { return nil }
        return paths[place]
    }
}
