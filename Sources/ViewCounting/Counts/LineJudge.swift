import LogReading

/// Gives every line of a block its outcome: the hot loop.
///
/// Outcomes are tried in the order in which they apply (`Outcome`), so that the first that fits ends the line. A line
/// that reaches the end becomes a click; which clicks are views is known only when all clicks are (`Reduction`).
struct LineJudge {
    private(set) var targets: TargetMemo
    private var agents: AgentMemo
    private let exclusions: Exclusions
    private let visitorKey: SipKey
    private let latestInstant: Int64

    init(_ rules: CountingRules, visitorKey: SipKey) {
        targets = TargetMemo(rules.articles, exclusions: rules.exclusions)
        agents = AgentMemo(robots: rules.robots, exclusions: rules.exclusions, key: visitorKey)
        exclusions = rules.exclusions
        self.visitorKey = visitorKey
        latestInstant = rules.latestInstant
    }

    /// - Returns: The number of lines.
    @discardableResult
    mutating func judge(_ block: ByteView, parsedBy parser: inout RequestParser, into tally: SourceTally) -> Int {
        var start = 0
        var lines = 0
        while start < block.count {
            let end = block.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? block.count
            judge(line: block[start..<end], parsedBy: &parser, into: tally)
            start = end + 1
            lines += 1
        }
        return lines
    }

    @inline(__always)
    private mutating func judge(line: ByteView, parsedBy parser: inout RequestParser, into tally: SourceTally) {
        if line.count > LineBlockReader.maximumLineBytes { return tally.timeless[.oversize] += 1 }
        let content = LogLine.content(of: line)
        if content.count == 0 { return tally.timeless[.blank] += 1 }
        guard let request = parser.parse(content) else { return tally.noteMalformed(content) }
        if Int64(request.second) > latestInstant { return tally.timeless[.future] += 1 }

        let day = tally.day(of: request.second)
        day.note(second: request.second)
        if !request.isCombined { day.commonLines += 1 }
        day.accounting[outcome(of: request, on: day, tally)] += 1
    }

    /// `view` stands for a click here, until the reduction has told views from double clicks.
    @inline(__always)
    private mutating func outcome(of request: LoggedRequest, on day: DayTally, _ tally: SourceTally) -> Outcome {
        let target: ByteView
        switch request.request {
        case .bad: return .badRequest
        case .otherMethod: return .otherMethod
        case .get(let wanted): target = wanted
        }
        guard request.status == 200 || request.status == 304 else { return .otherStatus }
        guard let page = targets.page(for: target) else { return .otherPage }
        let facts = targets.facts(ofPage: page)
        let agent = request.rawAgent.map { agents.agent($0) }
        if facts.isExcluded || agent?.isExcluded == true || exclusions.excludes(client: request.client) { return .excluded }
        if let agent, agent.isRobot {
            day.note(page: page) { $0.robots += 1 }
            return .robot
        }
        day.note(page: page) { $0.clicks += 1 }
        tally.clicks.append(
            Click(
                visitor: visitor(client: request.client, agentHash: agent?.hash ?? LineJudge.noAgentField),
                article: facts.article, second: request.second))
        return .view
    }

    /// Stands where the hash of an agent would, in lines of a format without one.
    private static let noAgentField: UInt64 = 0

    /// SipHash-1-3 of the client and the agent's hash, which goes in before the client's last bytes.
    private func visitor(client: ByteView, agentHash: UInt64) -> UInt64 {
        var hasher = SipHash(key: visitorKey)
        let rest = hasher.absorbWholeWords(client)
        hasher.compress(agentHash)
        return hasher.finish(lastWord: rest, length: client.count)
    }
}
