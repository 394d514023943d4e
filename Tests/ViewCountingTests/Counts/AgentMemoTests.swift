import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("What is remembered of agents")
struct AgentMemoTests {
    /// Agents of any length; many are equal, and many begin and end alike and differ in their middle alone.
    private static func agent(using generator: inout SeededGenerator) -> [UInt8] {
        let ends = String(repeating: "e", count: Int(generator.next() % 3) * 30)
        let middle = ["bot", "Uptime", "", "x"].randomElement(using: &generator) ?? ""
        return Array("\(ends)\(middle)\(generator.next() % 50)\(ends)".utf8)
    }

    /// With few entries the memo begins anew all the time.
    @Test("Is what the rules say of each, whatever was met before", arguments: [1, 5, 1000])
    func likeTheRules(maximumEntries: Int) {
        var generator = SeededGenerator(seed: UInt64(maximumEntries))
        let robots = RobotRules(lists: [], also: ["bot"])
        let key = SipKey(low: 1, high: 2)
        let verdicts = VerdictNumbers()
        var memo = AgentMemo(
            robots: robots, exclusions: Exclusions(agents: ["Uptime"]), key: key, isQuoted: false, verdicts: verdicts,
            maximumEntries: maximumEntries)
        for _ in 0..<5000 {
            let agent = Self.agent(using: &generator)
            let known = agent.withByteView { memo.agent($0) }
            #expect(known.hash == agent.withByteView { SipHash.hash($0, key: key) })
            #expect(known.isRobot == (robots.judge(agent: agent) != .person))
            #expect(known.isExcluded == String(decoding: agent, as: UTF8.self).contains("Uptime"))
        }
    }

    @Test("Escapes are undone where the format has them")
    func escapes() {
        let key = SipKey(low: 3, high: 4)
        func hash(_ isQuoted: Bool) -> UInt64 {
            var memo = AgentMemo(
                robots: RobotRules(lists: []), exclusions: Exclusions(), key: key, isQuoted: isQuoted,
                verdicts: VerdictNumbers())
            return Array(#"a\x62c"#.utf8).withByteView { memo.agent($0).hash }
        }
        #expect(hash(true) == Array("abc".utf8).withByteView { SipHash.hash($0, key: key) })
        #expect(hash(false) == Array(#"a\x62c"#.utf8).withByteView { SipHash.hash($0, key: key) })
    }
}
