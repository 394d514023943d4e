/// The rules that tell robots from people by their agent, as section 4 of the counting rules defines them.
public struct RobotRules: Sendable {
    /// The lists in use, in the order in which they are asked.
    public let lists: [RobotList]
    /// Substrings of the profile that make an agent a robot.
    public let also: [String]
    /// Substrings of the profile that make an agent a person, whatever the lists say.
    public let people: [String]

    private let peopleSearch: TokenSearch
    private let robotSearch: AgentSearch
    /// The reason for each sign of `robotSearch`.
    private let reasons: [RobotReason]

    public init(lists: [RobotList] = [.builtin], also: [String] = [], people: [String] = []) {
        self.lists = lists
        self.also = also
        self.people = people
        let own = also.map {
            (sign: AgentSign.text(AgentText(Array($0.utf8)), unless: []), reason: RobotReason.also($0))
        }
        let listed = lists.flatMap { list in
            list.entries.map { (sign: $0.sign, reason: RobotReason.listed($0, list: list.name)) }
        }
        reasons = (own + listed).map(\.reason)
        robotSearch = AgentSearch((own + listed).map(\.sign))
        peopleSearch = TokenSearch(people.map { Array($0.utf8) })
    }

    /// Whether the agent is a person: no agent is a robot, then `people` is asked, then `also`, then the lists.
    public func judge(agent: [UInt8]) -> AgentVerdict {
        if agent.isEmpty || agent == [.hyphen] { return .robot(.noAgent) }
        if peopleSearch.firstToken(in: agent) != nil { return .person }
        guard let index = robotSearch.firstSign(in: agent) else { return .person }
        return .robot(reasons[index])
    }
}
