import Synchronization

/// A regular expression that is searched for in agents, made once and asked by all threads.
///
/// Letters, digits and spaces are those of Unicode, as in Python's `re`; bytes of an agent that are no UTF-8 stand for
/// U+FFFD. Two are equal if they are written alike.
///
/// - Complexity: That of Swift's engine, which goes back as often as it has to; asked once for a distinct agent that
///   holds one of `needed`.
public final class AgentRegex: Sendable {
    public let pattern: String
    public let isCaseSensitive: Bool
    /// Texts of which an agent holds one if anything is found; empty where none are known.
    public let needed: [AgentText]
    private let isAtBeginning: Bool
    /// Swift's regular expressions are not for several threads at once.
    private let regex: Mutex<Regex<AnyRegexOutput>>

    /// - Parameter isAtBeginning: Whether whatever is found stands at the agent's beginning: a matter of speed.
    /// - Throws: What Swift's parser says of the pattern.
    public init(
        _ pattern: String, isCaseSensitive: Bool, isAtBeginning: Bool = false, needed: [AgentText] = []
    ) throws {
        self.pattern = pattern
        self.isCaseSensitive = isCaseSensitive
        self.isAtBeginning = isAtBeginning
        self.needed = needed
        regex = Mutex(
            try Regex(pattern).matchingSemantics(.unicodeScalar).ignoresCase(!isCaseSensitive))
    }

    func finds(in agent: [UInt8]) -> Bool {
        let text = String(decoding: agent, as: UTF8.self)
        return regex.withLock { (isAtBeginning ? text.prefixMatch(of: $0) : text.firstMatch(of: $0)) != nil }
    }
}

extension AgentRegex: Hashable {
    public static func == (one: AgentRegex, other: AgentRegex) -> Bool {
        one.pattern == other.pattern && one.isCaseSensitive == other.isCaseSensitive
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(pattern)
        hasher.combine(isCaseSensitive)
    }
}
