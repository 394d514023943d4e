import Foundation
import LogReading
import TestSupport
import Testing

@Suite("JSON lines, at random")
struct JSONLineLawTests {
    private func parser(_ name: String) throws -> JSONLineParser {
        guard case .json(let layout)? = LogLayout(named: name) else { throw NoJSON() }
        return JSONLineParser(layout)
    }

    private struct NoJSON: Error {}

    private static let pieces = [
        "\"", "\\", "\\u0041", "\u{1}", "\n", "/", "{", "}", "[", "]", ":", ",", "a", "Firefox/1", "あ", "😀", "%22",
        "null",
    ]

    @Test("What is written comes back, however it is written", arguments: 1...4 as ClosedRange<UInt64>)
    func written(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var parser = try parser("caddy")
        for number in 0..<2000 {
            let agent = generator.row(of: Self.pieces, upTo: 6).joined()
            let target = "/" + generator.row(of: Self.pieces, upTo: 6).joined()
            let status = Int.random(in: 100...999, using: &generator)
            var writer = JSONWriter(generator: generator)
            let request: [(String, JSONWriter.Value)] = [
                ("client_ip", .text("2001:db8::7")), ("method", .text("GET")), ("uri", .text(target)),
                ("headers", .object([("User-Agent", .list([.text(agent)])), ("X", .list([]))])),
            ]
            let line = writer.line([
                ("ts", .bare("1772400324.5")), ("request", .object(request)), ("status", .bare("\(status)")),
            ])
            generator = writer.generator
            let expected = FieldsOfLine(
                client: Array("2001:db8::7".utf8), second: 1_772_400_324, request: .get(Array(target.utf8)),
                status: status,
                agent: Array(agent.utf8))
            let found = parser.fieldsOfLine(line, before: Array("{\"".utf8), behind: Array("\"}\n".utf8))
            try #require(found == expected, "seed \(seed), line \(number): \(String(decoding: line, as: UTF8.self))")
        }
    }

    /// Foundation says what is JSON: but for half a surrogate pair and what is no UTF-8, which stand in real logs.
    @Test("What is no JSON is no line", arguments: ["caddy", "traefik", "nginx_json"])
    func mutated(name: String) throws {
        let corpus = try Table.load("log-formats", from: .module).filter { $0.text("format") == name }
            .map { $0.bytes("line") }
        try #require(corpus.count > 5)
        var generator = SeededGenerator(seed: 7)
        var parser = try parser(name)
        var read = 0
        for number in 0..<20_000 {
            let line = LineMutation.mutated(corpus, using: &generator)
            guard parser.fieldsOfLine(line) != nil, let text = String(validating: line, as: UTF8.self),
                !text.lowercased().contains("\\ud")
            else { continue }
            read += 1
            let object = try? JSONSerialization.jsonObject(with: Data(line))
            try #require(object is [String: Any], "line \(number): \(text)")
        }
        #expect(read > 500)
    }

    @Test("Nesting ends somewhere")
    func nesting() throws {
        func line(_ depth: Int) -> [UInt8] {
            let nest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            return Array(
                #"{"x":\#(nest),"ts":1772400324,"status":200,"request":{"client_ip":"a","method":"GET","uri":"/"}}"#
                    .utf8)
        }
        var parser = try parser("caddy")
        #expect(parser.fieldsOfLine(line(99)) != nil)
        #expect(parser.fieldsOfLine(line(100)) == nil)
        #expect(parser.fieldsOfLine(line(30_000)) == nil)
    }
}

/// Writes one object in any of the ways that mean the same.
private struct JSONWriter {
    indirect enum Value {
        case text(String)
        case bare(String)
        case list([Value])
        case object([(String, Value)])
    }

    var generator: SeededGenerator

    mutating func line(_ members: [(String, Value)]) -> [UInt8] { Array(text(.object(members)).utf8) }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }

    private mutating func gap() -> String { chance(4) ? [" ", "\t", "  "].randomElement(using: &generator) ?? "" : "" }

    private mutating func text(_ value: Value) -> String {
        switch value {
        case .bare(let bare): return bare
        case .text(let content): return quoted(content)
        case .list(let items):
            var parts: [String] = []
            for item in items { parts.append(gap() + text(item) + gap()) }
            return "[\(parts.joined(separator: ","))]"
        case .object(let members):
            var all = members
            if chance(3) {
                all.append(
                    ("junk", .object([("uri", .text("/x\"")), ("y", .list([.bare("-1.5e+3"), .bare("null")]))])))
            }
            all.shuffle(using: &generator)
            // The one that comes last counts, so it may be said wrongly before.
            if chance(4), let first = members.randomElement(using: &generator) {
                all.insert((first.0, .text("wrong")), at: 0)
            }
            var parts: [String] = []
            for (key, value) in all { parts.append(gap() + quoted(key) + gap() + ":" + gap() + text(value) + gap()) }
            return "{\(parts.joined(separator: ","))}"
        }
    }

    private mutating func quoted(_ content: String) -> String {
        var result = "\""
        for scalar in content.unicodeScalars {
            if scalar == "\"" || scalar == "\\" || scalar.value < 0x20 || chance(8) {
                for unit in String(scalar).utf16 {
                    result += String(format: chance(2) ? "\\u%04x" : "\\u%04X", unit)
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
