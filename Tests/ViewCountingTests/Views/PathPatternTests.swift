import Foundation
import TestSupport
import Testing

@testable import ViewCounting

@Suite("Patterns of paths")
struct PathPatternTests {
    @Test("A pattern takes from a path what the table says", arguments: try Table.load("patterns", from: .module))
    func table(row: Table.Row) throws {
        let pattern = try PathPattern(row.text("pattern"))
        let captures = pattern.match(path: row.bytes("path"))
        let expected = row.text("captures")
        let sorted = expected.split(separator: " ").sorted().joined(separator: " ")
        #expect(told(captures) == (captures == nil ? expected : sorted))
    }

    @Test("A pattern with a mistake says where and what", arguments: try Table.load("pattern-errors", from: .module))
    func mistakes(row: Table.Row) throws {
        let error = try #require(throws: PatternError.self) { try PathPattern(row.text("pattern")) }
        #expect(String(error.offset) == row.text("offset"))
        #expect(error.description.contains(row.text("message")), "\(error)")
    }

    @Test("The table's way of matching agrees with trying every way in turn", arguments: 0..<50)
    func twin(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let slow = SlowPattern.random(using: &generator)
            let path = randomPath(using: &generator)
            let fast = try PathPattern(slow.source).match(path: path)
            #expect(told(fast) == told(slow.match(path: path)), "\(slow.source) on \(shown(path))")
        }
    }

    @Test("Runs of segments between ** stand where trying every way in turn puts them", arguments: 0..<50)
    func runs(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let text: [[SlowPattern.Part]?] = [nil, [.text("a")], [.text("b")], [.star]]
        for _ in 0..<100 {
            var segments = generator.row(of: text, upTo: 6)
            for placeholder in [Placeholder.section, .id] {
                segments.insert([.named(placeholder)], at: Int.random(in: 0...segments.count, using: &generator))
            }
            let slow = SlowPattern(segments: segments)
            let path = generator.row(of: [Array("/a".utf8), Array("/b".utf8)], upTo: 9).joined() + Array("/a".utf8)
            let fast = try PathPattern(slow.source).match(path: Array(path))
            #expect(told(fast) == told(slow.match(path: Array(path))), "\(slow.source) on \(shown(Array(path)))")
        }
    }

    @Test("A path of many segments fits as one of few", arguments: 1...40)
    func manySegments(count: Int) throws {
        let segments = (1...count).map { "s\($0)" }
        let path = Array(("/" + segments.joined(separator: "/")).utf8)
        func captures(_ pattern: String) throws -> String { told(try PathPattern(pattern).match(path: path)) }
        #expect(try captures("/**/{id}") == "id=s\(count)")
        #expect(try captures("/{section}/**") == "section=s1")
        for number in 1...count {
            let stars = repeatElement("/*", count: number - 1).joined()
            #expect(try captures(stars + "/{id}/**") == "id=s\(number)")
        }
        #expect(try captures(repeatElement("/*", count: count + 1).joined()) == "no match")
    }

    @Test("A pattern of many stars and a long path that does not fit are soon told apart", .timeLimit(.minutes(1)))
    func noExplosion() throws {
        let stars = try PathPattern("/" + String(repeating: "*a", count: 40) + "b")
        #expect(stars.match(path: Array("/".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 4_000)) == nil)
        let folders = try PathPattern(String(repeating: "/**/a", count: 40) + "/b")
        #expect(folders.match(path: Array(String(repeating: "/a", count: 4_000).utf8)) == nil)
    }

    @Test("Random bytes as pattern and as path never trap", arguments: 0..<20)
    func randomBytes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("//**{}{id}{slug}{date}?#%a1é".utf8) + [0, 0xFF]
        for _ in 0..<500 {
            let source = String(decoding: [.slash] + generator.row(of: alphabet, upTo: 12), as: UTF8.self)
            guard let pattern = try? PathPattern(source) else { continue }
            _ = pattern.match(path: generator.row(of: alphabet, upTo: 20))
        }
    }

    /// Paths of a few bytes, so that random patterns often fit.
    private func randomPath(using generator: inout SeededGenerator) -> [UInt8] {
        let alphabet = Array("ab1-".utf8)
        var path: [UInt8] = []
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            path += [.slash] + generator.row(of: alphabet, upTo: 5) + [alphabet[0]]
        }
        return Bool.random(using: &generator) ? path : path + Array("20260302".utf8)
    }
}

/// Captures as the tables write them, in the order of the alphabet.
private func told(_ captures: PathCaptures?) -> String {
    guard let captures else { return "no match" }
    let taken = Placeholder.allCases.compactMap { placeholder in
        captures[placeholder].map { "\(placeholder.rawValue)=\(shown($0))" }
    }
    return taken.isEmpty ? "match" : taken.sorted().joined(separator: " ")
}
