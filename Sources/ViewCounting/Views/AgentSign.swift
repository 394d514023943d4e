/// What tells that an agent is a robot's.
public enum AgentSign: Hashable, Sendable {
    /// The agent holds the text and none of the others.
    case text(AgentText, unless: [AgentText])
    /// A regular expression finds something in it.
    case regex(AgentRegex)
}

/// A text that an agent can hold.
public struct AgentText: Hashable, Sendable {
    /// Empty for a text that every agent holds.
    public let bytes: [UInt8]
    /// Whether it has to stand at the agent's beginning.
    public let isAtBeginning: Bool
    /// Whether it has to stand at the agent's end.
    public let isAtEnd: Bool
    /// Whether A-Z differ from a-z; no other bytes are ever equal.
    public let isCaseSensitive: Bool

    public init(
        _ bytes: [UInt8], isAtBeginning: Bool = false, isAtEnd: Bool = false, isCaseSensitive: Bool = false
    ) {
        self.bytes = bytes
        self.isAtBeginning = isAtBeginning
        self.isAtEnd = isAtEnd
        self.isCaseSensitive = isCaseSensitive
    }

    /// `text`, `^text`, `text$`, or `*`, as the built-in list writes it.
    init(form: String) {
        var text = form[...]
        let isAtBeginning = text.hasPrefix("^")
        if isAtBeginning { text.removeFirst() }
        let isAtEnd = text.hasSuffix("$")
        if isAtEnd { text.removeLast() }
        self.init(form == "*" ? [] : Array(text.utf8), isAtBeginning: isAtBeginning, isAtEnd: isAtEnd)
    }

    /// Whether an occurrence of the bytes, A-Z equal to a-z, is one of this text.
    func fits(_ agent: [UInt8], endingAt end: Int) -> Bool {
        let start = end - bytes.count
        if isAtBeginning && start != 0 || isAtEnd && end != agent.count { return false }
        return !isCaseSensitive || agent[start..<end].elementsEqual(bytes)
    }
}
