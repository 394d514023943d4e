/// A list of substrings by which robots are known, with the reason for each.
public struct RobotList: Sendable {
    /// One substring, compared with A-Z equal to a-z, and why an agent that holds it is no person.
    public struct Entry: Hashable, Sendable {
        public let token: String
        public let reason: String

        public init(_ token: String, _ reason: String) {
            self.token = token
            self.reason = reason
        }
    }

    /// The name by which a profile asks for the list.
    public let name: String
    /// What reports say beside the name; changes whenever an entry does.
    public let version: String
    /// The entries; of several that fit an agent, the first gives the reason.
    public let entries: [Entry]

    public init(name: String, version: String, entries: [Entry]) {
        self.name = name
        self.version = version
        self.entries = entries
    }
}
