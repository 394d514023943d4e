/// A list of signs by which robots are known, with the reason for each.
public struct RobotList: Sendable {
    /// What an agent holds, and why one that holds it is no person.
    public struct Entry: Hashable, Sendable {
        /// The sign as the list writes it: what reports name the entry by.
        public let token: String
        public let reason: String
        let sign: AgentSign

        /// An entry of the built-in list.
        ///
        /// - Parameters:
        ///   - token: A text in small letters; `^` before it or `$` behind it binds it to the agent's beginning or end,
        ///     and `*` alone fits every agent.
        ///   - exceptions: Texts of the same form; an agent that holds one of them does not fit.
        public init(_ token: String, _ reason: String, unless exceptions: [String] = []) {
            self.init(token, reason, sign: .text(AgentText(form: token), unless: exceptions.map(AgentText.init(form:))))
        }

        /// An entry of a list in another form.
        public init(_ token: String, _ reason: String, sign: AgentSign) {
            self.token = token
            self.reason = reason
            self.sign = sign
        }
    }

    /// The name by which reports tell of the list.
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
