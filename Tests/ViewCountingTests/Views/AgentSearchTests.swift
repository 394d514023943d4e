import TestSupport
import Testing

@testable import ViewCounting

@Suite("The search for signs in agents")
struct AgentSearchTests {
    @Test("It finds the first sign that a look at each in turn finds", arguments: 0..<50)
    func twin(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let signs = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                let exceptions = Int.random(in: 0...2, using: &generator)
                return AgentSign.text(
                    text(&generator),
                    unless: (0..<exceptions).map { _ in text(&generator) }.filter { !$0.bytes.isEmpty })
            }
            let agent = generator.row(of: Self.alphabet, upTo: 10)
            let plain = signs.firstIndex { shows($0, agent) }
            #expect(AgentSearch(signs).firstSign(in: agent) == plain, "\(signs) in \(shown(agent))")
        }
    }

    @Test("A text is written with ^ for the beginning, $ for the end and * for every agent")
    func forms() {
        #expect(AgentText(form: "^java/") == AgentText(Array("java/".utf8), isAtBeginning: true))
        #expect(AgentText(form: ".com$") == AgentText(Array(".com".utf8), isAtEnd: true))
        #expect(AgentText(form: "^bot$") == AgentText(Array("bot".utf8), isAtBeginning: true, isAtEnd: true))
        #expect(AgentText(form: "*") == AgentText([]))
    }

    @Test("A regular expression is asked only of agents that hold what it needs")
    func needed() throws {
        let needed = AgentText(Array("wget".utf8), isCaseSensitive: true)
        let regex = try AgentRegex("[wW]get", isCaseSensitive: true, needed: [needed])
        let search = AgentSearch([.regex(regex)])
        #expect(search.firstSign(in: Array("wget/1".utf8)) == 0)
        #expect(search.firstSign(in: Array("Wget/1".utf8)) == nil)
    }

    @Test("A regular expression tells A-Z from a-z as it was told to, and sees bytes that are no UTF-8 as U+FFFD")
    func regex() throws {
        let strict = try AgentRegex("^[Bb]ot.$", isCaseSensitive: true)
        let lax = try AgentRegex("^[b]ot.$", isCaseSensitive: false)
        #expect(strict.finds(in: Array("bot".utf8) + [0xFF]))
        #expect(!strict.finds(in: Array("BOT!".utf8)))
        #expect(lax.finds(in: Array("BOT!".utf8)))
        #expect(!lax.finds(in: Array("BOT".utf8)))
    }

    private static let alphabet = Array("aAbé".utf8)

    private func text(_ generator: inout SeededGenerator) -> AgentText {
        AgentText(
            generator.row(of: Self.alphabet, upTo: 3), isAtBeginning: Int.random(in: 0...3, using: &generator) == 0,
            isAtEnd: Int.random(in: 0...3, using: &generator) == 0,
            isCaseSensitive: Int.random(in: 0...3, using: &generator) == 0)
    }

    private func shows(_ sign: AgentSign, _ agent: [UInt8]) -> Bool {
        guard case .text(let text, let exceptions) = sign else { return false }
        return holds(text, agent) && !exceptions.contains { holds($0, agent) }
    }

    /// Whether a text is held, by trying each place.
    private func holds(_ text: AgentText, _ agent: [UInt8]) -> Bool {
        if text.bytes.isEmpty { return true }
        guard text.bytes.count <= agent.count else { return false }
        return (0...(agent.count - text.bytes.count)).contains { start in
            let end = start + text.bytes.count
            if text.isAtBeginning && start != 0 || text.isAtEnd && end != agent.count { return false }
            let bytes = agent[start..<end]
            return text.isCaseSensitive
                ? bytes.elementsEqual(text.bytes)
                : bytes.elementsEqual(text.bytes) { $0.asciiLowercased == $1.asciiLowercased }
        }
    }
}
