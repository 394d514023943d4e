import Foundation
import TestSupport
import Testing
import ViewCounting

@Suite("Robots")
struct RobotRulesTests {
    @Test("An agent gets the verdict of the table", arguments: try Table.load("robots", from: .module))
    func table(row: Table.Row) {
        let rules = RobotRules(also: row.words("also"), people: row.words("people"))
        let verdict =
            switch rules.judge(agent: row.bytes("agent")) {
            case .person: "person"
            case .robot(.noAgent): "no-agent"
            case .robot(.also): "also"
            case .robot(.listed(_, let list)): list
            }
        #expect(verdict == row.text("verdict"))
    }

    @Test("Without lists only those without an agent are robots")
    func noLists() {
        let rules = RobotRules(lists: [])
        #expect(rules.judge(agent: Array("Googlebot/2.1".utf8)) == .person)
        #expect(rules.judge(agent: []) == .robot(.noAgent))
        #expect(rules.judge(agent: Array("-".utf8)) == .robot(.noAgent))
    }

    @Test("The first entry that fits gives the reason, and lists are asked in order")
    func reasons() {
        let first = RobotList(name: "first", version: "1", entries: [.init("reader", "r"), .init("Acme", "a")])
        let second = RobotList(name: "second", version: "1", entries: [.init("acmereader", "b")])
        let agent = Array("AcmeReader/1".utf8)
        let verdict = RobotRules(lists: [first, second]).judge(agent: agent)
        #expect(verdict == .robot(.listed(.init("reader", "r"), list: "first")))
        let other = RobotRules(lists: [second, first]).judge(agent: agent)
        #expect(other == .robot(.listed(.init("acmereader", "b"), list: "second")))
    }

    @Test("Each entry of the built-in list stands for itself: small letters, a reason, and not behind a shorter one")
    func builtinEntries() {
        let rules = RobotRules()
        var earlier: [String] = []
        for entry in RobotList.builtin.entries {
            #expect(entry.token == entry.token.lowercased())
            #expect(!entry.reason.isEmpty)
            #expect(!earlier.contains { entry.token.contains($0) }, "\(entry.token) can never give the reason")
            earlier.append(entry.token)
            let verdict = rules.judge(agent: Array(entry.token.uppercased().utf8))
            #expect(verdict == .robot(.listed(entry, list: "builtin")))
        }
    }
}
