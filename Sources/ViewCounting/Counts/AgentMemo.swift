import LogReading

/// Remembers what is known of each agent, by its raw bytes: scanning agents for robots would cost more than all else.
///
/// 1.67 x on the whole run.
struct AgentMemo {
    struct Agent {
        /// Keyed hash of the agent's bytes, escapes undone.
        var hash: UInt64
        var isRobot: Bool
        var isExcluded: Bool
    }

    private let robots: RobotRules
    private let exclusions: Exclusions
    private let key: SipKey
    private var agents: [Agent] = []
    private let memo = ByteMemo(maximumEntries: AgentMemo.maximumEntries)

    private static let maximumEntries = 65_536

    init(robots: RobotRules, exclusions: Exclusions, key: SipKey) {
        self.robots = robots
        self.exclusions = exclusions
        self.key = key
    }

    mutating func agent(_ raw: ByteView) -> Agent {
        let number = memo.value(for: raw) {
            agents.removeAll()
        } otherwise: {
            agents.append(judge(QuotedField.unescaped(raw)))
            return UInt32(agents.count - 1)
        }
        return agents[Int(number)]
    }

    private func judge(_ agent: [UInt8]) -> Agent {
        Agent(
            hash: agent.withByteView { SipHash.hash($0, key: key) },
            isRobot: robots.judge(agent: agent) != .person,
            isExcluded: exclusions.excludes(agent: agent))
    }
}
