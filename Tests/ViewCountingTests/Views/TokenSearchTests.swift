import Foundation
import TestSupport
import Testing

@testable import ViewCounting

@Suite("The search for many tokens")
struct TokenSearchTests {
    @Test("It finds the first token that a search for each in turn finds", arguments: 0..<50)
    func twin(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("aAbBé-".utf8) + [0, 0xFF]
        for _ in 0..<100 {
            let tokens = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                generator.row(of: alphabet, upTo: 4)
            }
            let text = generator.row(of: alphabet, upTo: 12)
            let plain = tokens.firstIndex { occurs($0, in: text) }
            #expect(TokenSearch(tokens).firstToken(in: text) == plain, "\(tokens.map(shown)) in \(shown(text))")
        }
    }

    @Test("It hands over each occurrence of each token, as a search for each in turn does", arguments: 0..<50)
    func occurrences(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("aAbé".utf8)
        for _ in 0..<100 {
            let tokens = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                generator.row(of: alphabet, upTo: 4)
            }.filter { !$0.isEmpty }
            let text = generator.row(of: alphabet, upTo: 12)
            var found: [[Int]] = []
            TokenSearch(tokens).eachToken(in: text) { found.append([$1, $0]) }
            let plain = text.indices.flatMap { last in
                tokens.indices.filter { place in
                    let start = last + 1 - tokens[place].count
                    return start >= 0 && occurs(tokens[place], in: Array(text[start...last]))
                }.map { [last + 1, $0] }
            }
            let sorted = found.sorted { $0.lexicographicallyPrecedes($1) }
            #expect(sorted == plain, "\(tokens.map(shown)) in \(shown(text))")
        }
    }

    @Test("Tokens of every byte find every byte")
    func everyByte() {
        let search = TokenSearch((0...255).map { [UInt8($0)] })
        for byte in UInt8.min...UInt8.max {
            let folded = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte
            #expect(search.firstToken(in: [byte]) == Int(folded))
        }
    }

    /// Whether a token occurs, A-Z equal to a-z, by trying each place.
    private func occurs(_ token: [UInt8], in text: [UInt8]) -> Bool {
        guard token.count <= text.count else { return false }
        return (0...(text.count - token.count)).contains { start in
            zip(token, text[start...]).allSatisfy { fold($0) == fold($1) }
        }
    }

    private func fold(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
    }
}
