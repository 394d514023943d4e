public import LogReading
import ViewCounting

/// What the first lines of a site's logs show: the material of all guesses about its profile.
///
/// A *page* is what a profile without patterns would take for an article: a `GET` with status 200 or 304 for a path that
/// is no file of the site, by an agent that the built-in list takes for a person.
public struct SiteSurvey: Sendable {
    /// Lines that fit their log's format.
    public private(set) var fittingLines = 0
    /// Lines that fit none.
    public private(set) var otherLines = 0
    /// Lines for pages, by robots and by people.
    public private(set) var robotLines = 0
    public private(set) var pageLines = 0
    /// Pages by canonical path.
    public private(set) var pages: [String: PageCount] = [:]
    /// Lines for files that pages are made of, by canonical path: patterns fit those too.
    public private(set) var files: [String: Int] = [:]
    /// Lines for pages by the host that was asked.
    public private(set) var hosts: [ByteString: Int] = [:]
    /// Lines for pages by client.
    public private(set) var clients: [ByteString: Int] = [:]
    /// Whether any line has a field for the agent; robots are not told from people without.
    public private(set) var hasAgents = false
    /// The offsets from UTC, in seconds, that stand in the lines.
    public private(set) var offsets: [Int: OffsetSpan] = [:]

    /// More different pages, clients or hosts than this are not told apart: a guess needs no more.
    private static let mostEntries = 500_000

    private let rules = ArticleRules()
    private let robots = RobotRules()
    private var agents: [ByteString: Bool] = [:]
    private var targets: [ByteString: Target?] = [:]

    private struct Target {
        let path: String
        let isFile: Bool
    }

    public init() {}

    /// Notes a line that fits its format.
    ///
    /// - Parameter line: The bytes of the line, for the offset that its time is written with.
    public mutating func note(_ request: LoggedRequest, line: ByteView) {
        fittingLines += 1
        if let offset = LoggedOffset.find(in: line) {
            offsets[offset, default: OffsetSpan(second: request.second)].note(second: request.second)
        }
        if request.agent != nil { hasAgents = true }
        guard case .get(let target, _) = request.request, request.status == 200 || request.status == 304,
            request.further?.isPrefetch != true, let known = known(target)
        else { return }
        let isRobot = request.agent.map { self.isRobot($0, isQuoted: request.isAgentQuoted) } ?? false
        if known.isFile {
            if !isRobot, files[known.path] != nil || files.count < SiteSurvey.mostEntries {
                files[known.path, default: 0] += 1
            }
            return
        }
        if isRobot { return robotLines += 1 }
        pageLines += 1
        if pages[known.path] != nil || pages.count < SiteSurvey.mostEntries {
            pages[known.path, default: PageCount()].note(target: target)
        }
        SiteSurvey.count(request.client, in: &clients)
        if let host = request.host { SiteSurvey.count(host, in: &hosts) }
    }

    public mutating func noteOtherLine() {
        otherLines += 1
    }

    private static func count(_ view: ByteView, in counts: inout [ByteString: Int]) {
        let bytes = ByteString(view.bytes)
        if counts[bytes] != nil || counts.count < mostEntries { counts[bytes, default: 0] += 1 }
    }

    /// The canonical path; nil for what has none. The front page is a page here: it may hold articles in its query.
    private mutating func known(_ target: ByteView) -> Target? {
        let bytes = ByteString(target.bytes)
        if let known = targets[bytes] { return known }
        let known: Target? =
            switch rules.judge(target: bytes.bytes) {
            case .article(let article): SiteSurvey.target(article.path, isFile: false)
            case .otherPage(.siteFile(let path)): SiteSurvey.target(path, isFile: path != Array("/".utf8))
            case .otherPage(.asset(let path, _)): SiteSurvey.target(path, isFile: true)
            case .otherPage: nil
            }
        if targets.count < SiteSurvey.mostEntries { targets.updateValue(known, forKey: bytes) }
        return known
    }

    private static func target(_ path: [UInt8], isFile: Bool) -> Target {
        Target(path: String(decoding: path, as: UTF8.self), isFile: isFile)
    }

    private mutating func isRobot(_ view: ByteView, isQuoted: Bool) -> Bool {
        let bytes = ByteString(view.bytes)
        if let known = agents[bytes] { return known }
        let agent = isQuoted ? QuotedField.unescaped(view) : bytes.bytes
        let verdict = if case .robot = robots.judge(agent: agent) { true } else { false }
        if agents.count < SiteSurvey.mostEntries { agents[bytes] = verdict }
        return verdict
    }
}

/// When an offset stood in the lines, and how often.
public struct OffsetSpan: Sendable, Equatable {
    public internal(set) var lines = 0
    /// Seconds since 1970 UTC.
    public internal(set) var first: UInt32
    public internal(set) var last: UInt32

    init(second: UInt32) {
        first = second
        last = second
    }

    mutating func note(second: UInt32) {
        lines += 1
        first = min(first, second)
        last = max(last, second)
    }
}
