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
    private var agents: AgentMemos
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
    private var usualLines = UsualLines()
    private var batch = CandidateBatch()

    init(_ rules: CountingRules, keys: VisitorKeys) {
        verdicts = VerdictNumbers()
        targets = TargetMemo(rules.articles, exclusions: rules.exclusions, verdicts: verdicts)
        uncountedPages = UncountedPages(rules.articles)
        clientVerdicts = rules.exclusions.clients.indices.map { [verdicts] place in
            verdicts.number(of: .excluded("clients", "entry \(place + 1)"))
        }
        agents = AgentMemos(rules, key: keys.agents, verdicts: verdicts)
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
    mutating func judge<Notes: LineNotes>(
        _ block: ByteView, parsedBy parser: inout some LineParsing, into tally: inout SourceTally, notes: inout Notes
    ) -> Int {
        parser.beginBlock()
        // Lines that are noted are all read in the general way.
        let hasUsualLines = parser.hasUsualLines && !Notes.areKept
        if hasUsualLines { usualLines.begin(block) }
        var start = 0
        var lines = 0
        while start < block.count {
            if hasUsualLines, let line = usualLines.line(block, at: start) {
                judge(line, of: block, into: &tally)
                start = line.end
            } else {
                let end = block.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? block.count
                judge(start..<end, of: block, parsedBy: &parser, into: &tally, notes: &notes)
                start = end + 1
            }
            if batch.isFull { settleBatch(into: &tally, notes: &notes) }
            lines += 1
        }
        settleBatch(into: &tally, notes: &notes)
        return lines
    }

    /// The outcomes that a usual line shows by itself: the same as below, for nearly all lines.
    @inline(__always)
    private mutating func judge(_ line: UsualLine, of block: ByteView, into tally: inout SourceTally) {
        if Int64(line.second) > latestInstant { return tally.timeless[.future] += 1 }
        let day = tally.day(of: line.second)
        tally.days[day].note(second: line.second, isCombined: true)
        if tally.days[day].isClosed { return tally.days[day].accounting[.late] += 1 }
        let key = line.target(in: block, withQuery: keepsQuery)
        if line.methodBytes > 0 {
            tally.days[day].accounting[.otherMethod] += 1
            holdUncounted(key, verdicts.number(ofMethod: line.method(in: block)), day: day)
        } else if line.status != 200, line.status != 304 {
            tally.days[day].accounting[.otherStatus] += 1
            holdUncounted(key, verdicts.number(ofStatus: line.status), day: day)
        } else {
            batch.append(
                Candidate(
                    key: key, client: line.client(in: block), agent: line.agent(in: block),
                    tag: targets.prefetchedTag(of: key), second: line.second, day: Int32(truncatingIfNeeded: day),
                    agentForm: .plain))
        }
    }

    /// The outcomes that a line shows by itself; a line that may be a click joins the batch.
    @inline(never)
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
                let target = text[(methodBytes + 1)..<text.count]
                holdUncounted(
                    keepsQuery ? target : target[0..<(target.firstIndex(of: .questionMark) ?? target.count)],
                    verdicts.number(ofMethod: text[0..<methodBytes]), day: day)
            case .get(let target, let bytesBeforeQuery) where request.status != 200 && request.status != 304:
                outcome = .otherStatus
                holdUncounted(
                    keepsQuery ? target : target[0..<bytesBeforeQuery], verdicts.number(ofStatus: request.status),
                    day: day)
            case .get(let target, let bytesBeforeQuery):
                notes.hold(request, line, of: block)
                return hold(
                    request, key: keepsQuery ? target : target[0..<bytesBeforeQuery],
                    day: Int32(truncatingIfNeeded: day))
            }
        }
        tally.days[day].accounting[outcome] += 1
        notes.note(request, line, of: block, outcome)
    }

    /// Adds a line that may be a click to the batch.
    private mutating func hold(_ request: LoggedRequest, key: ByteView, day: Int32) {
        let candidate = Candidate(
            key: key, client: request.client, agent: request.agent ?? key[0..<0], tag: targets.prefetchedTag(of: key),
            second: request.second, day: day,
            agentForm: request.agent == nil ? .none : request.isAgentQuoted ? .quoted : .plain)
        if request.host == nil, request.further == nil { return batch.append(candidate) }
        batch.append(candidate, Candidate.Extra(host: request.host, further: request.further))
    }

    /// Adds a line to the batch that is no click whatever it asks for; where that is an article, it is counted there too.
    @inline(__always)
    private mutating func holdUncounted(_ key: ByteView, _ verdict: UInt32, day: Int) {
        let nothing = key[0..<0]
        batch.append(
            Candidate(
                key: key, client: nothing, agent: nothing, tag: uncountedPages.prefetchedTag(of: key), verdict: verdict,
                second: 0, day: Int32(truncatingIfNeeded: day), agentForm: .none))
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
    /// by one, waiting for it took a third of the run.
    @inline(never)
    private mutating func settleBatch<Notes: LineNotes>(into tally: inout SourceTally, notes: inout Notes) {
        for index in 0..<batch.count {
            let tag = batch[index].tag
            if batch[index].canBeClick {
                targets.prefetchEntry(tag: tag)
            } else {
                uncountedPages.prefetchEntry(tag: tag)
            }
        }
        // The places of those that ask for articles: half of the lines, in no order that a processor could foresee.
        var articles = CandidateBatch.Places(repeating: 0)
        var count = 0
        for index in 0..<batch.count {
            guard batch[index].canBeClick else {
                settleUncounted(batch[index], into: &tally)
                continue
            }
            let answer = targets.answer(forKey: batch[index].key, tag: batch[index].tag)
            batch[index].target = answer
            articles[count] = index
            count += answer.isArticle ? 1 : 0
            tally.days[Int(batch[index].day)].accounting[.otherPage] += answer.isArticle ? 0 : 1
        }
        for place in 0..<count {
            let index = articles[place]
            let outcome = outcome(ofCandidate: index, into: &tally)
            tally.days[Int(batch[index].day)].accounting[outcome] += 1
            batch[index].outcome = outcome
        }
        if Notes.areKept {
            for index in 0..<batch.count where batch[index].canBeClick {
                notes.settle(batch[index].outcome, client: batch[index].client)
            }
        }
        batch.removeAll()
    }

    @inline(__always)
    private mutating func settleUncounted(_ candidate: borrowing Candidate, into tally: inout SourceTally) {
        let day = Int(candidate.day)
        switch uncountedPages.page(forKey: candidate.key, tag: candidate.tag, in: &targets) {
        case .none: break
        case .page(let page): tally.days[day].noteUncounted(page: page, verdict: candidate.verdict)
        case .oneOfTooMany: tally.days[day].noteUntold()
        }
    }

    /// Of a line that asks for an article. `view` stands for a click here, until the reduction has told views from double clicks.
    @inline(__always)
    private mutating func outcome(ofCandidate index: Int, into tally: inout SourceTally) -> Outcome {
        let target = batch[index].target
        let extra = batch.extra(index)
        let day = Int(batch[index].day)
        if let forwarded { resolveClient(of: &batch[index], extra, forwarded, into: &tally) }
        let client = batch[index].client
        let agent = agents.agent(of: batch[index])
        if let verdict = exclusion(of: client, target, agent, host: extra?.host, in: &tally) {
            tally.days[day].noteUncounted(page: target.page, verdict: verdict)
            return .excluded
        }
        if let extra, extra.further?.isPrefetch == true {
            tally.days[day].noteUncounted(page: target.page, verdict: verdicts.prefetch)
            return .prefetch
        }
        if let agent, agent.isRobot {
            tally.days[day].noteUncounted(page: target.page, verdict: agent.robotVerdict)
            return .robot
        }
        if asksForSession { tally.fields.note(hasSession: extra?.further?.session != nil) }
        let second = batch[index].second
        if extra?.session == nil { tally.clients.note(client: client, target: batch[index].key, second: second) }
        tally.addClick(on: target.page, at: second, day: day) { salt in
            VisitorHash.of(
                client: client, session: extra?.session, agentHash: agent?.hash ?? VisitorHash.noAgentField, salt: salt)
        }
        return .view
    }

    /// The number of the verdict on a line that the profile excludes, by the first rule that does.
    @inline(__always)
    private mutating func exclusion(
        of client: ByteView, _ target: TargetMemo.Answer, _ agent: AgentMemo.Agent?, host: ByteView?,
        in tally: inout SourceTally
    ) -> UInt32? {
        if target.isExcluded { return targets.exclusionVerdict(ofPage: target.page) }
        if let agent, agent.isExcluded { return agent.exclusionVerdict }
        if let place = exclusions.excludingNetwork(of: client) { return clientVerdicts[place] }
        if limitsHosts, isForeign(host, in: &tally) { return verdicts.foreignHost }
        return nil
    }

    private func resolveClient(
        of candidate: inout Candidate, _ extra: Candidate.Extra?, _ forwarded: ForwardedClients,
        into tally: inout SourceTally
    ) {
        tally.fields.note(hasForwarded: extra?.further?.forwarded != nil)
        if let list = extra?.further?.forwarded {
            candidate.client = forwarded.client(connecting: candidate.client, list: list)
        }
    }

    /// Whether the line has a host, and one that is none of the site's.
    private mutating func isForeign(_ host: ByteView?, in tally: inout SourceTally) -> Bool {
        tally.fields.note(hasHost: host != nil)
        return host.map { !hosts.contains($0) } ?? false
    }
}
