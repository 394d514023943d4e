import LogReading

/// Gives every line of a block its outcome: the hot loop.
///
/// Outcomes are tried in the order in which they apply (`Outcome`), so that the first that fits ends the line. A line
/// that reaches the end becomes a click; which clicks are views is known only when all clicks are (`Reduction`).
struct LineJudge: ~Copyable {
    private(set) var targets: TargetMemo
    /// Lines of articles that are no clicks are counted by these.
    let verdicts: VerdictNumbers
    private var uncountedPages: UncountedPages
    /// By entry of `exclusions.clients`.
    private let clientVerdicts: [UInt32]
    /// Agents whose escapes are still to be undone, and those of formats whose parsers undo them.
    private var quotedAgents: AgentMemo
    private var plainAgents: AgentMemo
    private let exclusions: Exclusions
    private let latestInstant: Int64
    /// Whether targets that differ only in their query can be different articles.
    private let keepsQuery: Bool
    /// Nil where the logged client is the one that counts.
    private let forwarded: ForwardedClients?
    private let limitsHosts: Bool
    /// Whether the profile has named a session.
    private let asksForSession: Bool
    private var hosts: HostMemo
    private var batch = CandidateBatch()

    init(_ rules: CountingRules, keys: VisitorKeys) {
        verdicts = VerdictNumbers()
        targets = TargetMemo(rules.articles, exclusions: rules.exclusions, verdicts: verdicts)
        uncountedPages = UncountedPages(rules.articles)
        clientVerdicts = rules.exclusions.clients.indices.map { [verdicts] place in
            verdicts.number(of: .excluded("clients", "entry \(place + 1)"))
        }
        quotedAgents = AgentMemo(
            robots: rules.robots, exclusions: rules.exclusions, key: keys.agents, isQuoted: true, verdicts: verdicts)
        plainAgents = AgentMemo(
            robots: rules.robots, exclusions: rules.exclusions, key: keys.agents, isQuoted: false, verdicts: verdicts)
        exclusions = rules.exclusions
        latestInstant = rules.latestInstant
        keepsQuery = rules.articles.dependsOnQuery
        forwarded = rules.forwarded
        limitsHosts = rules.exclusions.hosts.isLimited
        asksForSession = rules.session != nil
        hosts = HostMemo(rules.exclusions.hosts)
    }

    /// - Returns: The number of lines.
    @discardableResult
    mutating func judge(
        _ block: ByteView, parsedBy parser: inout some LineParsing, into tally: inout SourceTally,
        notes: inout some LineNotes
    ) -> Int {
        parser.beginBlock()
        var start = 0
        var lines = 0
        while start < block.count {
            let end = block.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? block.count
            judge(start..<end, of: block, parsedBy: &parser, into: &tally, notes: &notes)
            if batch.isFull { settleBatch(into: &tally, notes: &notes) }
            start = end + 1
            lines += 1
        }
        settleBatch(into: &tally, notes: &notes)
        return lines
    }

    /// The outcomes that a line shows by itself; a line that may be a click joins the batch.
    @inline(__always)
    private mutating func judge(
        _ line: Range<Int>, of block: ByteView, parsedBy parser: inout some LineParsing, into tally: inout SourceTally,
        notes: inout some LineNotes
    ) {
        if line.count > LineBlockReader.maximumLineBytes {
            return settle(line, of: block, .oversize, into: &tally, notes: &notes)
        }
        let content = LogLine.content(of: block, line)
        if content.isEmpty { return settle(line, of: block, .blank, into: &tally, notes: &notes) }
        guard let request = parser.parse(block, content) else {
            if parser.isDirective(block, content) {
                return settle(line, of: block, .blank, into: &tally, notes: &notes)
            }
            notes.note(line, of: block, .malformed)
            return tally.noteMalformed(block[content])
        }
        if Int64(request.second) > latestInstant {
            tally.timeless[.future] += 1
            return notes.note(request, line, of: block, .future)
        }

        let day = tally.day(of: request.second)
        tally.days[day].note(second: request.second, isCombined: request.isCombined)
        let outcome: Outcome
        if tally.days[day].isClosed {
            outcome = .late
        } else {
            switch request.request {
            case .bad: outcome = .badRequest
            case .otherMethod(let text, let methodBytes):
                outcome = .otherMethod
                noteOtherMethod(text, methodBytes: methodBytes, into: &tally.days[day])
            case .get(let target, let bytesBeforeQuery) where request.status != 200 && request.status != 304:
                outcome = .otherStatus
                noteUncounted(
                    keepsQuery ? target : target[0..<bytesBeforeQuery],
                    verdicts.number(ofStatus: request.status), into: &tally.days[day])
            case .get(let target, let bytesBeforeQuery):
                notes.hold(request, line, of: block)
                let key = keepsQuery ? target : target[0..<bytesBeforeQuery]
                return batch.append(
                    Candidate(
                        key: key, client: request.client, agent: request.agent, host: request.host,
                        further: request.further, isAgentQuoted: request.isAgentQuoted,
                        tag: targets.prefetchedTag(of: key), page: nil, second: request.second, day: day))
            }
        }
        tally.days[day].accounting[outcome] += 1
        notes.note(request, line, of: block, outcome)
    }

    /// A line that belongs to no day.
    @inline(__always)
    private func settle(
        _ line: Range<Int>, of block: ByteView, _ outcome: Outcome, into tally: inout SourceTally,
        notes: inout some LineNotes
    ) {
        tally.timeless[outcome] += 1
        notes.note(line, of: block, outcome)
    }

    /// The outcomes that need the tables. Each step asks for the memory that the next one reads, for the whole batch: one
    /// by one, waiting for it took a fifth of the run.
    private mutating func settleBatch(into tally: inout SourceTally, notes: inout some LineNotes) {
        for index in 0..<batch.count { targets.prefetchEntry(tag: batch[index].tag) }
        for index in 0..<batch.count {
            batch[index].page = targets.page(forKey: batch[index].key, tag: batch[index].tag)
        }
        for index in 0..<batch.count {
            var candidate = batch[index]
            let outcome = outcome(of: &candidate, into: &tally)
            tally.days[candidate.day].accounting[outcome] += 1
            notes.settle(outcome, client: candidate.client)
        }
        batch.removeAll()
    }

    /// `view` stands for a click here, until the reduction has told views from double clicks.
    @inline(__always)
    private mutating func outcome(of candidate: inout Candidate, into tally: inout SourceTally) -> Outcome {
        guard let page = candidate.page else { return .otherPage }
        if let forwarded { resolveClient(of: &candidate, forwarded, into: &tally) }
        let agent = agent(of: candidate)
        if let verdict = exclusion(of: candidate, page, agent, in: &tally) {
            tally.days[candidate.day].noteUncounted(page: page.number, verdict: verdict)
            return .excluded
        }
        if candidate.further?.isPrefetch == true {
            tally.days[candidate.day].noteUncounted(page: page.number, verdict: verdicts.prefetch)
            return .prefetch
        }
        if let agent, agent.isRobot {
            tally.days[candidate.day].noteUncounted(page: page.number, verdict: agent.robotVerdict)
            return .robot
        }
        addClick(of: candidate, on: page.number, agentHash: agent?.hash ?? LineJudge.noAgentField, to: &tally)
        return .view
    }

    /// The number of the verdict on a line that the profile excludes, by the first rule that does.
    @inline(__always)
    private mutating func exclusion(
        of candidate: Candidate, _ page: TargetMemo.Page, _ agent: AgentMemo.Agent?, in tally: inout SourceTally
    ) -> UInt32? {
        if page.isExcluded { return targets.exclusionVerdict(ofPage: page.number) }
        if let agent, agent.isExcluded { return agent.exclusionVerdict }
        if let place = exclusions.excludingNetwork(of: candidate.client) { return clientVerdicts[place] }
        if limitsHosts, isForeign(candidate.host, in: &tally) { return verdicts.foreignHost }
        return nil
    }

    @inline(never)
    private mutating func noteOtherMethod(_ text: ByteView, methodBytes: Int, into day: inout DayTally) {
        let target = text[(methodBytes + 1)..<text.count]
        let key = keepsQuery ? target : target[0..<(target.firstIndex(of: .questionMark) ?? target.count)]
        noteUncounted(key, verdicts.number(ofMethod: text[0..<methodBytes]), into: &day)
    }

    /// A line that is no click whatever it asks for; where that is an article, it is counted there too.
    @inline(never)
    private mutating func noteUncounted(_ key: ByteView, _ verdict: UInt32, into day: inout DayTally) {
        switch uncountedPages.page(forKey: key, in: &targets) {
        case .none: break
        case .page(let page): day.noteUncounted(page: page, verdict: verdict)
        case .oneOfTooMany: day.noteUntold()
        }
    }

    private func resolveClient(
        of candidate: inout Candidate, _ forwarded: ForwardedClients, into tally: inout SourceTally
    ) {
        tally.fields.note(hasForwarded: candidate.further?.forwarded != nil)
        if let list = candidate.further?.forwarded {
            candidate.client = forwarded.client(connecting: candidate.client, list: list)
        }
    }

    /// Whether the line has a host, and one that is none of the site's.
    private mutating func isForeign(_ host: ByteView?, in tally: inout SourceTally) -> Bool {
        tally.fields.note(hasHost: host != nil)
        return host.map { !hosts.contains($0) } ?? false
    }

    @inline(__always)
    private mutating func agent(of candidate: Candidate) -> AgentMemo.Agent? {
        guard let agent = candidate.agent else { return nil }
        return candidate.isAgentQuoted ? quotedAgents.agent(agent) : plainAgents.agent(agent)
    }

    @inline(__always)
    private func addClick(
        of candidate: Candidate, on page: UInt32, agentHash: UInt64, to tally: inout SourceTally
    ) {
        func click(salt: SipKey) -> PageClick {
            PageClick(
                visitor: visitor(of: candidate, agentHash: agentHash, salt: salt), page: page,
                second: candidate.second)
        }
        let day = candidate.day
        if asksForSession { tally.fields.note(hasSession: candidate.further?.session != nil) }
        if !candidate.hasSession {
            tally.clients.note(client: candidate.client, target: candidate.key, second: candidate.second)
        }
        tally.days[day].clicks.append(click(salt: tally.days[day].salt))
        if candidate.second < tally.days[day].followersEnd,
            let followed = tally.dayFollowed(at: candidate.second, by: day)
        {
            tally.days[followed].followers.append(click(salt: tally.days[followed].salt))
        }
    }

    /// Stands where the hash of an agent would, in lines of a format without one.
    private static let noAgentField: UInt64 = 0

    /// The session where the line has one, else client and agent together.
    @inline(__always)
    private func visitor(of candidate: Candidate, agentHash: UInt64, salt: SipKey) -> UInt64 {
        if candidate.hasSession, let session = candidate.further?.session {
            // Under a key of their own, so that a session is never a client's equal.
            return SipHash.hash(session, key: SipKey(low: ~salt.low, high: salt.high))
        }
        return visitor(client: candidate.client, agentHash: agentHash, salt: salt)
    }

    /// SipHash-1-3 of the client and the agent's hash, which goes in before the client's last bytes.
    @inline(__always)
    private func visitor(client: ByteView, agentHash: UInt64, salt: SipKey) -> UInt64 {
        var hasher = SipHash(key: salt)
        let rest = hasher.absorbWholeWords(client)
        hasher.compress(agentHash)
        return hasher.finish(lastWord: rest, length: client.count)
    }
}
