import LogReading

/// Remembers what is known of each agent, by its raw bytes: scanning agents for robots would cost more than all else.
///
/// 1.67 x on the whole run.
struct AgentMemo: ~Copyable {
    struct Agent {
        /// Keyed hash of the agent's bytes, escapes undone.
        var hash: UInt64
        /// The number of the verdict on lines of a robot; none for a person's.
        var robotVerdict: UInt32
        /// The number of the verdict on lines of an agent that the profile excludes; none for others.
        var exclusionVerdict: UInt32

        var isRobot: Bool { robotVerdict != VerdictNumbers.none }
        var isExcluded: Bool { exclusionVerdict != VerdictNumbers.none }
    }

    private let robots: RobotRules
    private let exclusions: Exclusions
    private let key: SipKey
    /// Whether escapes (`QuotedField`) are still to be undone.
    private let isQuoted: Bool
    private let verdicts: VerdictNumbers
    private var agents: [Agent] = []
    private var memo: ByteMemo
    /// Where the memo keeps the agents met last, by a hash of their ends: nearly all lines have one of a few hundred agents, and
    /// these need no hash of all their bytes.
    private let recent: UnsafeMutablePointer<UInt32>
    private let hash = SeededHash()

    /// A power of two.
    private static let recentPlaces = 4096
    private static let noEntry = UInt32.max

    /// - Parameter maximumEntries: Agents that are remembered before all are forgotten.
    init(
        robots: RobotRules, exclusions: Exclusions, key: SipKey, isQuoted: Bool, verdicts: VerdictNumbers,
        maximumEntries: Int = 65_536
    ) {
        self.verdicts = verdicts
        self.robots = robots
        self.exclusions = exclusions
        self.key = key
        self.isQuoted = isQuoted
        memo = ByteMemo(maximumEntries: maximumEntries)
        recent = .allocate(capacity: AgentMemo.recentPlaces)
        recent.initialize(repeating: AgentMemo.noEntry, count: AgentMemo.recentPlaces)
    }

    deinit {
        recent.deallocate()
    }

    /// - Parameter raw: The agent as logged, without its quotes.
    @inline(__always)
    mutating func agent(_ raw: ByteView) -> Agent {
        let place = raw.count < 64 ? 0 : Int(hash.tagOfEnds(of: raw)) & (AgentMemo.recentPlaces - 1)
        let entry = recent[place]
        if entry != AgentMemo.noEntry, memo.isEntry(entry, of: raw) { return agents[Int(memo.value(at: entry))] }
        return lookUp(raw, place: place)
    }

    @inline(never)
    private mutating func lookUp(_ raw: ByteView, place: Int) -> Agent {
        let tag = memo.tag(of: raw)
        let entry = memo.entry(of: raw, tag: tag) ?? meet(raw, tag: tag)
        recent[place] = entry
        return agents[Int(memo.value(at: entry))]
    }

    private mutating func meet(_ raw: ByteView, tag: UInt32) -> UInt32 {
        let agent = judge(isQuoted ? QuotedField.unescaped(raw) : raw.bytes)
        _ = memo.remember(for: raw, tag: tag) {
            agents.removeAll()
            recent.update(repeating: AgentMemo.noEntry, count: AgentMemo.recentPlaces)
        } _: {
            UInt32(agents.count)
        }
        agents.append(agent)
        guard let entry = memo.entry(of: raw, tag: tag) else { preconditionFailure("what was remembered is there") }
        return entry
    }

    private func judge(_ agent: [UInt8]) -> Agent {
        var known = Agent(
            hash: agent.withByteView { SipHash.hash($0, key: key) }, robotVerdict: VerdictNumbers.none,
            exclusionVerdict: VerdictNumbers.none)
        if case .robot(let reason) = robots.judge(agent: agent) {
            known.robotVerdict = verdicts.number(of: .robot(reason))
        }
        if let place = exclusions.excludingAgent(of: agent) {
            known.exclusionVerdict = verdicts.number(of: .excluded("agents", exclusions.agents[place]))
        }
        return known
    }
}
