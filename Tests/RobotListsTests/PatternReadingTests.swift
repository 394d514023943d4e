import TestSupport
import Testing
import ViewCounting

@testable import RobotLists

@Suite("Patterns of public lists")
struct PatternReadingTests {
    @Test("A pattern needs what the table says", arguments: try Table.load("patterns", from: .module))
    func table(row: Table.Row) throws {
        let (kind, needed) =
            switch try PatternReading(row.text("pattern")).sign(isCaseSensitive: true) {
            case .text(let text, _): ("text", form(text))
            case .regex(let regex): ("regex", regex.needed.map(form).joined(separator: " or "))
            }
        #expect(kind == row.text("kind"))
        #expect(needed == row.text("needed"))
    }

    @Test("A sign says of an agent what the expression alone says of it", arguments: 0..<30, [true, false])
    func twin(seed: UInt64, isCaseSensitive: Bool) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "a", "b", "B", "é", "\\.", ".", "[aB]", "[^a]", "(a|b)", "(?:ab)", "a?", "b*", "B+", "\\s", "a{2}", "|",
            " ",
        ]
        for _ in 0..<30 {
            let body = generator.row(of: pieces, upTo: 5).joined()
            let pattern = (seed % 3 == 0 ? "^" : "") + body + (seed % 5 == 0 ? "$" : "")
            guard !pattern.isEmpty else { continue }
            let rules = RobotRules(lists: [
                RobotList(
                    name: "l", version: "1",
                    entries: [
                        .init(pattern, "r", sign: try PatternReading(pattern).sign(isCaseSensitive: isCaseSensitive))
                    ])
            ])
            let regex = try Regex(pattern).matchingSemantics(.unicodeScalar).ignoresCase(!isCaseSensitive)
            for _ in 0..<30 {
                let agent = generator.row(of: ["a", "A", "b", "B", "é", ".", " "], upTo: 6).joined()
                guard !agent.isEmpty else { continue }
                let verdict = rules.judge(agent: Array(agent.utf8))
                #expect((verdict != .person) == (try regex.firstMatch(in: agent) != nil), "\(pattern) in \(agent)")
            }
        }
    }

    @Test(
        "In a class brackets, & and ~ stand for themselves, as in Python",
        arguments: [
            ("[]x[]", ["]", "x", "["], ["a", "&"]), ("[^]]x", ["ax", "[x"], ["]x", "x"]),
            ("[a&&~]x", ["&x", "~x", "ax"], ["x", "bx"]), ("a[[]", ["a["], ["a", "a]"]),
        ])
    func classes(pattern: String, found: [String], missed: [String]) throws {
        let entry = RobotList.Entry(pattern, "r", sign: try PatternReading(pattern).sign(isCaseSensitive: true))
        let rules = RobotRules(lists: [RobotList(name: "l", version: "1", entries: [entry])])
        for agent in found { #expect(rules.judge(agent: Array(agent.utf8)) != .person, "\(agent)") }
        for agent in missed { #expect(rules.judge(agent: Array(agent.utf8)) == .person, "\(agent)") }
    }

    @Test(
        "An escape finds the letter that it stands for",
        arguments: [
            ("e\\x2Fbot", "e/bot"), ("\\x2Fbot", "an e/bot"), ("\\u002Fbot", "e/bot"), ("e\\tbot", "e\tbot"),
            ("(b)o\\1ot", "bobot"), ("\\d\\.\\d bot", "1.0 bot"),
        ])
    func escapes(pattern: String, agent: String) throws {
        let entry = RobotList.Entry(pattern, "r", sign: try PatternReading(pattern).sign(isCaseSensitive: true))
        let rules = RobotRules(lists: [RobotList(name: "l", version: "1", entries: [entry])])
        #expect(rules.judge(agent: Array(agent.utf8)) != .person)
    }

    @Test(
        "A class, group or option that is not closed is no expression", arguments: ["a[b", "a(b", "[]", "a\\", "(?i"])
    func unclosed(pattern: String) throws {
        #expect(throws: (any Error).self) { try PatternReading(pattern).sign(isCaseSensitive: true) }
    }

    private func form(_ text: AgentText) -> String {
        (text.isAtBeginning ? "^" : "") + String(decoding: text.bytes, as: UTF8.self) + (text.isAtEnd ? "$" : "")
    }
}
