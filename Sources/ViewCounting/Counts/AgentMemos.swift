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

    /// The hash by which a candidate's agent is looked up, and for which its slot is fetched from memory meanwhile.
    @inline(__always)
    func prefetchedTag(of candidate: borrowing Candidate) -> UInt32 {
        switch candidate.agentForm {
        case .none: 0
        case .plain: plain.prefetchedTag(of: candidate.agent)
        case .quoted: quoted.prefetchedTag(of: candidate.agent)
        }
    }

    /// - Parameter candidate: One that knows its agent's tag.
    @inline(__always)
    func prefetchEntry(of candidate: borrowing Candidate) {
        switch candidate.agentForm {
        case .none: break
        case .plain: plain.prefetchEntry(tag: candidate.agentTag)
        case .quoted: quoted.prefetchEntry(tag: candidate.agentTag)
        }
    }

    /// Nil where the line has no such field.
    ///
    /// - Parameter candidate: One that knows its agent's tag.
    @inline(__always)
    mutating func agent(of candidate: borrowing Candidate) -> AgentMemo.Agent? {
        switch candidate.agentForm {
        case .none: nil
        case .plain: plain.agent(candidate.agent, tag: candidate.agentTag)
        case .quoted: quoted.agent(candidate.agent, tag: candidate.agentTag)
        }
    }
}
