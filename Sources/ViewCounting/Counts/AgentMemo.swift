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
    private var memo = ByteMemo(maximumEntries: AgentMemo.maximumEntries)

    private static let maximumEntries = 65_536

    init(robots: RobotRules, exclusions: Exclusions, key: SipKey, isQuoted: Bool, verdicts: VerdictNumbers) {
        self.verdicts = verdicts
        self.robots = robots
        self.exclusions = exclusions
        self.key = key
        self.isQuoted = isQuoted
    }

    /// The hash by which an agent is looked up, and for which its slot is fetched from memory meanwhile.
    @inline(__always)
    func prefetchedTag(of raw: ByteView) -> UInt32 { memo.prefetchedTag(of: raw) }

    @inline(__always)
    func prefetchEntry(tag: UInt32) { memo.prefetchEntry(tag: tag) }

    @inline(__always)
    mutating func agent(_ raw: ByteView, tag: UInt32) -> Agent {
        if let known = memo.value(for: raw, tag: tag) { return agents[Int(known)] }
        return meet(raw, tag: tag)
    }

    @inline(never)
    private mutating func meet(_ raw: ByteView, tag: UInt32) -> Agent {
        let agent = judge(isQuoted ? QuotedField.unescaped(raw) : raw.bytes)
        _ = memo.remember(for: raw, tag: tag) {
            agents.removeAll()
        } _: {
            UInt32(agents.count)
        }
        agents.append(agent)
        return agent
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
