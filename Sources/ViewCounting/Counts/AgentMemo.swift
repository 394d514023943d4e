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
    private var memo = ByteTable()

    private static let maximumEntries = 65_536
    private static let maximumKeyBytes = 16 << 20

    init(robots: RobotRules, exclusions: Exclusions, key: SipKey) {
        self.robots = robots
        self.exclusions = exclusions
        self.key = key
    }

    mutating func agent(_ raw: ByteView) -> Agent {
        let hash = ByteTable.hash(raw)
        if let known = memo.value(for: raw, hash: hash) { return agents[Int(known)] }
        let bytes = QuotedField.unescaped(raw)
        let agent = Agent(
            hash: bytes.withByteView { SipHash.hash($0, key: key) },
            isRobot: robots.judge(agent: bytes) != .person,
            isExcluded: exclusions.excludes(agent: bytes))
        if memo.count >= AgentMemo.maximumEntries || memo.keyBytes >= AgentMemo.maximumKeyBytes {
            memo.removeAll()
            agents.removeAll()
        }
        memo.insert(raw, hash: hash, value: UInt32(agents.count))
        agents.append(agent)
        return agent
    }
}
