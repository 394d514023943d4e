import Testing

@testable import LogSynthesis

@Suite struct AgentNameTests {
    private func has(_ agent: AgentName, _ tokens: [String]) -> Bool {
        let text = String(decoding: agent.bytes, as: UTF8.self).lowercased()
        return tokens.contains { text.contains($0.lowercased()) }
    }

    @Test("Every robot has a token of the profile or no name")
    func robots() {
        #expect(RobotAgents.all.count >= 40)
        for robot in RobotAgents.all where ![[], Array("-".utf8)].contains(robot.bytes) {
            #expect(has(robot, RobotAgents.tokens), "\(String(decoding: robot.bytes, as: UTF8.self))")
            #expect(!has(robot, PeopleAgents.people))
        }
    }

    @Test("Readers' agents are different, and have a robot's token only where the profile says they are people")
    func people() {
        #expect((200...500).contains(PeopleAgents.all.count))
        #expect(Set(PeopleAgents.all.map(\.bytes)).count == PeopleAgents.all.count)
        #expect(PeopleAgents.all.contains { has($0, PeopleAgents.people) && has($0, RobotAgents.tokens) })
        for agent in PeopleAgents.all where !has(agent, PeopleAgents.people) {
            #expect(
                !has(agent, RobotAgents.tokens + ["UptimeCheck"]), "\(String(decoding: agent.bytes, as: UTF8.self))")
        }
    }

    @Test("Quotes, backslashes and high bytes are escaped as two servers do it")
    func spellings() {
        let agent = AgentName("a\"b\\cé")
        #expect(agent.hexadecimal == Array(#"a\x22b\x5Cc\xC3\xA9"#.utf8))
        #expect(agent.slashed == Array(#"a\"b\\cé"#.utf8))
    }
}
