import LogReading

/// Looks at every line of a log again, and notes why it has its outcome: what `accessrank check` tells.
///
/// It asks the same rules as the count does, and takes its time. Its memory is bounded, whatever the log: tables are
/// full at some point (`ReasonTable`, `PathCounts`), and what is remembered of targets and agents is forgotten.
public struct LogExaminer: LineNotes {
    public private(set) var examination = LogExamination()
    private let rules: CountingRules
    private var diagnosis = LineDiagnosis(nil)
    private var calendar: StretchFinder
    /// Held until the outcome is known; the first ones in front.
    private var waiting: [LoggedRequest] = []
    private var settled = 0
    private var pages: [ByteString: OtherPage] = [:]
    private var robots: [ByteString: LineReason] = [:]
    private var droppedSample: SampledLine?

    /// Why a target is no page, and its path where that is worth to be counted.
    private struct OtherPage {
        let reason: LineReason
        let path: ByteString?
    }

    /// Targets and agents remembered.
    private static let mostRemembered = 65_536
    private static let longestMethod = 32
    private static let longestHost = 100

    public init(_ rules: CountingRules) {
        self.rules = rules
        calendar = StretchFinder(rules.calendar)
    }

    mutating func begin(_ layout: LogLayout) { diagnosis = LineDiagnosis(layout) }

    mutating func note(_ line: Range<Int>, of block: ByteView, _ outcome: Outcome) {
        let content = block[LogLine.content(of: block, line)]
        let reason: LineReason =
            switch outcome {
            case .oversize: .tooLong
            case .blank: content.count == 0 ? .empty : .directive
            default: .misfit(diagnosis.misfit(of: content))
            }
        add(outcome, reason, SampledLine(raw: content))
    }

    mutating func note(_ request: LoggedRequest, _ line: Range<Int>, of block: ByteView, _ outcome: Outcome) {
        if outcome != .future { noteTime(request, block[line]) }
        if outcome == .late { return }
        add(outcome, reason(of: request, outcome), SampledLine(request))
    }

    mutating func hold(_ request: LoggedRequest, _ line: Range<Int>, of block: ByteView) {
        noteTime(request, block[line])
        waiting.append(request)
    }

    mutating func settle(_ outcome: Outcome, client: ByteView) {
        let request = waiting[settled]
        settled += 1
        if settled == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            settled = 0
        }
        switch outcome {
        case .otherPage: noteOtherPage(request)
        case .excluded: add(.excluded, exclusion(of: request, client: client), SampledLine(request))
        case .prefetch: add(.prefetch, .prefetch, SampledLine(request))
        case .robot: add(.robot, robot(request), SampledLine(request))
        default: break
        }
    }

    mutating func noteDropped(_ piece: ByteView) {
        if droppedSample == nil { droppedSample = SampledLine(raw: piece) }
    }

    mutating func endDropped(isLine: Bool) {
        if isLine, let sample = droppedSample { add(.oversize, .tooLong, sample) }
        droppedSample = nil
    }

    private mutating func add(_ outcome: Outcome, _ reason: LineReason, _ sample: @autoclosure () -> SampledLine) {
        examination.reasons[outcome, default: ReasonTable()].note(reason, sample: sample())
    }

    private mutating func noteTime(_ request: LoggedRequest, _ line: ByteView) {
        let stretch = calendar.index(around: Int64(request.second))
        examination.times.note(
            second: request.second, offset: LoggedOffset.find(in: line), siteOffset: calendar[stretch].offset)
    }
}

// The reasons.
extension LogExaminer {
    /// Of a request that shows its outcome by itself.
    private func reason(of request: LoggedRequest, _ outcome: Outcome) -> LineReason {
        switch (outcome, request.request) {
        case (.badRequest, .bad(let bytes)): .badRequest(RequestDefect(bytes))
        case (.otherMethod, .otherMethod(let text, let methodBytes)):
            .method(ByteString(text[0..<min(methodBytes, LogExaminer.longestMethod)].bytes))
        case (.otherStatus, _): .status(request.status)
        default: .ahead
        }
    }

    private mutating func noteOtherPage(_ request: LoggedRequest) {
        guard case .get(let target, let bytesBeforeQuery) = request.request else { return }
        let key = ByteString(target[0..<bytesBeforeQuery].bytes)
        let page = pages[key] ?? otherPage(key.bytes)
        if pages.count == LogExaminer.mostRemembered { pages.removeAll() }
        pages[key] = page
        add(.otherPage, page.reason, SampledLine(request))
        if let path = page.path { examination.unmatchedPaths.note(path) }
    }

    /// What no query changes: it is no part of a path.
    private func otherPage(_ target: [UInt8]) -> OtherPage {
        guard case .otherPage(let reason) = rules.articles.judge(target: target) else {
            preconditionFailure("the same rules say the same of a target")
        }
        switch reason {
        case .noPath: return OtherPage(reason: .noPath, path: nil)
        case .siteFile(let path): return OtherPage(reason: .siteFile(ByteString(path)), path: nil)
        case .asset(_, let ending): return OtherPage(reason: .asset(ByteString(ending)), path: nil)
        case .noPatternFits(let path):
            return OtherPage(
                reason: .shape(PathShape.of(path: path)), path: ByteString(path.prefix(PathCounts.longestPath)))
        }
    }

    /// In the order in which the count asks.
    private func exclusion(of request: LoggedRequest, client: ByteView) -> LineReason {
        let exclusions = rules.exclusions
        if case .get(let target, _) = request.request,
            case .article(let article) = rules.articles.judge(target: target.bytes)
        {
            if exclusions.articles.contains(article.key) { return .excludedArticle(ByteString(article.key)) }
            if let pattern = exclusions.excludingPath(of: article) { return .excludedPath(pattern.source) }
        }
        if let place = exclusions.excludingAgent(of: agent(of: request)) {
            return .excludedAgent(exclusions.agents[place])
        }
        if let place = exclusions.excludingNetwork(of: client) { return .excludedClient(place + 1) }
        let host = request.host.map { $0.bytes } ?? []
        return .foreignHost(ByteString(SiteHosts.canonical(host).prefix(LogExaminer.longestHost)))
    }

    private mutating func robot(_ request: LoggedRequest) -> LineReason {
        let agent = ByteString(agent(of: request))
        if let known = robots[agent] { return known }
        guard case .robot(let reason) = rules.robots.judge(agent: agent.bytes) else {
            preconditionFailure("the same rules say the same of an agent")
        }
        if robots.count == LogExaminer.mostRemembered { robots.removeAll() }
        robots[agent] = .robot(reason)
        return .robot(reason)
    }

    private func agent(of request: LoggedRequest) -> [UInt8] {
        guard let agent = request.agent else { return [] }
        return request.isAgentQuoted ? QuotedField.unescaped(agent) : agent.bytes
    }
}
