import LogReading

/// Remembers what is known of each agent, by its raw bytes: scanning agents for robots would cost more than all else.
///
/// 1.67 x on the whole run.
struct AgentMemo: ~Copyable {
    struct Agent {
        /// Keyed hash of the agent's bytes, escapes undone.
        var hash: UInt64
        var isRobot: Bool
        var isExcluded: Bool
    }

    private let robots: RobotRules
    private let exclusions: Exclusions
    private let key: SipKey
    /// Whether escapes (`QuotedField`) are still to be undone.
    private let isQuoted: Bool
    private var agents: [Agent] = []
    private var memo = ByteMemo(maximumEntries: AgentMemo.maximumEntries)

    private static let maximumEntries = 65_536

    init(robots: RobotRules, exclusions: Exclusions, key: SipKey, isQuoted: Bool) {
        self.robots = robots
        self.exclusions = exclusions
        self.key = key
        self.isQuoted = isQuoted
    }

    @inline(__always)
    mutating func agent(_ raw: ByteView) -> Agent {
        let tag = memo.tag(of: raw)
        if let known = memo.value(for: raw, tag: tag) { return agents[Int(known)] }
        return meet(raw, tag: tag)
    }

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
        Agent(
            hash: agent.withByteView { SipHash.hash($0, key: key) },
            isRobot: robots.judge(agent: agent) != .person,
            isExcluded: exclusions.excludes(agent: agent))
    }
}
