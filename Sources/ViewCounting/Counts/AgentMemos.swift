import LogReading

/// What is known of the agents of candidates: apart for those whose escapes are still to be undone, and for those of formats
/// whose parsers undo them.
struct AgentMemos: ~Copyable {
    private var quoted: AgentMemo
    private var plain: AgentMemo

    init(_ rules: CountingRules, key: SipKey, verdicts: VerdictNumbers) {
        func memo(isQuoted: Bool) -> AgentMemo {
            AgentMemo(
                robots: rules.robots, exclusions: rules.exclusions, key: key, isQuoted: isQuoted, verdicts: verdicts)
        }
        quoted = memo(isQuoted: true)
        plain = memo(isQuoted: false)
    }

    /// Nil where the line has no such field.
    @inline(__always)
    mutating func agent(of candidate: borrowing Candidate) -> AgentMemo.Agent? {
        switch candidate.agentForm {
        case .none: nil
        case .plain: plain.agent(candidate.agent)
        case .quoted: quoted.agent(candidate.agent)
        }
    }
}
