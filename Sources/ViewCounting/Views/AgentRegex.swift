import Synchronization

/// A regular expression that is searched for in agents, made once and asked by all threads.
///
/// Letters, digits and spaces are those of Unicode, as in Python's `re`; bytes of an agent that are no UTF-8 stand for
/// U+FFFD. Two are equal if they are written alike.
///
/// - Complexity: That of Swift's engine, which goes back as often as it has to; asked once for a distinct agent that
///   holds `needed`.
public final class AgentRegex: Sendable {
    public let pattern: String
    public let isCaseSensitive: Bool
    /// A text without which nothing is found; nil where none is known.
    public let needed: AgentText?
    /// Swift's regular expressions are not for several threads at once.
    private let regex: Mutex<Regex<AnyRegexOutput>>

    /// - Throws: What Swift's parser says of the pattern.
    public init(_ pattern: String, isCaseSensitive: Bool, needed: AgentText?) throws {
        self.pattern = pattern
        self.isCaseSensitive = isCaseSensitive
        self.needed = needed
        regex = Mutex(
            try Regex(pattern).matchingSemantics(.unicodeScalar).ignoresCase(!isCaseSensitive))
    }

    func finds(in agent: [UInt8]) -> Bool {
        let text = String(decoding: agent, as: UTF8.self)
        return regex.withLock { text.firstMatch(of: $0) != nil }
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
