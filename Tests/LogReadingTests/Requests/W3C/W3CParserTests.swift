import LogReading
import TestSupport
import Testing

@Suite("Logs in the W3C's extended format")
struct W3CParserTests {
    @Test("What #Fields says holds until the next #Fields")
    func laterFields() {
        var parser = W3CParser(W3CLayout())
        func client(_ line: String) -> String? {
            parser.fieldsOfLine(Array(line.utf8)).map { String(decoding: $0.client, as: UTF8.self) }
        }
        #expect(client("2026-03-01 21:25:24 203.0.113.7 GET /a 200") == nil)
        #expect(client("#Fields: date time c-ip cs-method cs-uri-stem sc-status") == nil)
        #expect(client("2026-03-01 21:25:24 203.0.113.7 GET /a 200") == "203.0.113.7")
        #expect(client("#Date: 2026-03-01 21:30:00") == nil)
        #expect(client("2026-03-01 21:25:24 203.0.113.8 GET /a 200") == "203.0.113.8")
        #expect(client("#Fields: date time cs-method cs-uri-stem sc-status c-ip x-more") == nil)
        #expect(client("2026-03-01 21:25:24 203.0.113.7 GET /a 200") == nil)
        #expect(client("2026-03-01 21:25:24 GET /a 200 203.0.113.9 -") == "203.0.113.9")
        #expect(client("#Fields: date time c-ip") == nil)
        #expect(client("2026-03-01 21:25:24 203.0.113.7") == nil)
    }

    @Test("Every line that begins with # is a directive, and no other")
    func directives() {
        let parser = W3CParser(W3CLayout())
        func isDirective(_ line: String) -> Bool {
            Array(line.utf8).withByteView { parser.isDirective($0, 0..<$0.count) }
        }
        #expect(isDirective("#"))
        #expect(isDirective("#Remark: #"))
        #expect(!isDirective("2026-03-01 # x"))
    }

    private static let shapes: [(names: [String], separator: String)] = [
        (
            [
                "date", "time", "s-ip", "cs-method", "cs-uri-stem", "cs-uri-query", "c-ip", "cs(User-Agent)",
                "sc-status",
            ],
            " "
        ),
        (
            [
                "date", "time", "x-edge-location", "c-ip", "cs-method", "cs(Host)", "cs-uri-stem", "sc-status",
                "cs(User-Agent)", "cs-uri-query", "x-host-header", "x-forwarded-for",
            ], "\t"
        ),
    ]
    private static let agentPieces = ["Firefox/1", " ", "\"", "あ", "%", "(", ";", "é", "\\", "#"]

    @Test("What is written comes back, in whatever order the fields are", arguments: 1...4 as ClosedRange<UInt64>)
    func written(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for number in 0..<500 {
            let (names, separator) = try #require(Self.shapes.randomElement(using: &generator))
            let isEscaped = separator == "\t"
            let agent = "Agent \(generator.row(of: Self.agentPieces, upTo: 6).joined())x"
            let path = "/\(generator.row(of: ["a", "あ", "-", "%20", "~"], upTo: 5).joined())"
            let status = Int.random(in: 100...999, using: &generator)
            let values = [
                "date": "2026-03-01", "time": "21:25:24", "c-ip": "2001:db8::7", "cs-method": "GET",
                // IIS has undone the escapes of the path, and writes a space as a plus.
                "cs-uri-stem": isEscaped
                    ? path : path.split(separator: "%20", omittingEmptySubsequences: false).joined(separator: "+"),
                "cs-uri-query": "a=%20b", "sc-status": "\(status)", "x-forwarded-for": "198.51.100.1",
                "x-host-header": "www.example.com", "cs(Host)": "d1.cloudfront.net",
                "cs(User-Agent)": isEscaped
                    ? Self.escaped(agent)
                    : agent.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "+"),
            ]
            let order = names.shuffled(using: &generator)
            var parser = W3CParser(W3CLayout())
            parser.read(Array("#Fields: \(order.joined(separator: " "))".utf8))
            let line = order.map { values[$0] ?? "-" }.joined(separator: separator)
            let expected = FieldsOfLine(
                client: Array("2001:db8::7".utf8), second: 1_772_400_324, request: .get(Array("\(path)?a=%20b".utf8)),
                status: status, agent: Array(agent.utf8), host: isEscaped ? Array("www.example.com".utf8) : nil,
                forwarded: isEscaped ? Array("198.51.100.1".utf8) : nil)
            let found = parser.fieldsOfLine(Array(line.utf8), before: Array("\" ".utf8), behind: Array(" x\n".utf8))
            try #require(found == expected, "seed \(seed), line \(number): \(line)")
        }
    }

    /// As CloudFront does it.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isEscaped = byte <= 0x20 || byte >= 0x7F || "\"#%<>[\\]^`{|}~".utf8.contains(byte)
            return isEscaped
                ? "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
                : String(Unicode.Scalar(byte))
        }.joined()
    }

    @Test("Of lines made wrong it says what the plain twin says", arguments: 1...4 as ClosedRange<UInt64>)
    func mutated(seed: UInt64) throws {
        let corpora = try Dictionary(
            grouping: Table.load("log-formats", from: .module).filter { $0.text("format") == "w3c" }
        ) { $0.text("configuration") }.filter { corpus in
            [" date time x-edge", " date time s-ip"].contains { corpus.key.contains("#Fields:\($0)") }
                && !corpus.key.contains("sc-nothing") && !corpus.key.contains("time date")
        }
        try #require(corpora.count == 2)
        var generator = SeededGenerator(seed: seed)
        var read = 0
        for (configuration, rows) in corpora.sorted(by: { $0.key < $1.key }) {
            var twin = PlainW3CLog()
            for line in configuration.split(separator: "\n") { _ = twin.read(Array(line.utf8)) }
            var parser = W3CParser(W3CLayout())
            parser.read(Array(configuration.utf8))
            let lines = rows.map { $0.bytes("line") }
            for _ in 0..<4000 {
                let line = LineMutation.mutated(lines, using: &generator)
                if line.isEmpty || line[0] == UInt8(ascii: "#") { continue }
                let expected = twin.read(line)
                if expected != nil { read += 1 }
                let found = parser.fieldsOfLine(line)
                try #require(
                    found == expected, "seed \(seed): \(String(decoding: line, as: UTF8.self).debugDescription)")
            }
        }
        #expect(read > 2000)
    }
}
