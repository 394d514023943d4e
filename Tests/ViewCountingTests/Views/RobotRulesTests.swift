import Foundation
import TestSupport
import Testing

@testable import ViewCounting

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
            guard case .text(let text, let exceptions) = entry.sign else {
                Issue.record("\(entry.token) is no text")
                continue
            }
            if exceptions.isEmpty { earlier.append(entry.token) }
            let agent =
                text.bytes.isEmpty
                ? Array("!".utf8) : Array(String(decoding: text.bytes, as: UTF8.self).uppercased().utf8)
            let verdict = rules.judge(agent: agent)
            #expect(verdict == .robot(.listed(entry, list: "builtin")), "\(entry.token)")
        }
    }

    @Test("The page for other programs holds the built-in list, entry by entry")
    func publishedList() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let page = root.appendingPathComponent("docs/robot-list.tsv")
        let head = [
            "# The list builtin, version \(RobotList.builtin.version): docs/robots.md says what the columns mean.",
            "text\tunless\treason",
        ]
        let rows = RobotList.builtin.entries.map { entry in
            var unless: [String] = []
            if case .text(_, let exceptions) = entry.sign { unless = exceptions.map(form) }
            return "\(entry.token)\t\(unless.joined(separator: "|"))\t\(entry.reason)"
        }
        let text = (head + rows).map { $0 + "\n" }.joined()
        let written = try? String(contentsOf: page, encoding: .utf8)
        if written != text, ProcessInfo.processInfo.environment["ACCESSRANK_RECORD"] != nil {
            try text.write(to: page, atomically: true, encoding: .utf8)
        }
        #expect(written == text, "ACCESSRANK_RECORD=1 writes it anew")
    }

    /// A text as the built-in list writes it.
    private func form(_ text: AgentText) -> String {
        (text.isAtBeginning ? "^" : "") + String(decoding: text.bytes, as: UTF8.self) + (text.isAtEnd ? "$" : "")
    }
}
