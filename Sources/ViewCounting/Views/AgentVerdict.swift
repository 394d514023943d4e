/// Whether an agent is a person's browser or a program.
public enum AgentVerdict: Hashable, Sendable {
    case person
    case robot(RobotReason)
}

/// The rule by which an agent is a robot.
public enum RobotReason: Hashable, Sendable {
    /// The agent is empty or `-`: no browser hides its name.
    case noAgent
    /// The agent holds this entry of the profile's own list, `robots: also`.
    case also(String)
    /// The agent holds an entry of a list.
    case listed(RobotList.Entry, list: String)
}

extension RobotReason: CustomStringConvertible {
    /// The reason as the end of a sentence that begins with "a robot:".
    public var description: String {
        switch self {
        case .noAgent: "it gives no agent"
        case .also(let token): "the profile says so (robots: also: \"\(token)\")"
        case .listed(let entry, let list): "\(entry.reason) (list \(list): \"\(entry.token)\")"
        }
    }
}
