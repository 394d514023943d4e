import Foundation
import LogReading
import TestSupport
import Testing

/// The drift detector between the fast parser and its slow twin.
@Suite("The parser and its plain twin")
struct PlainTwinTests {
    /// Lines that mutations start from: those of the table, and combinations of parts.
    static func corpus(_ format: LogFormat) throws -> [[UInt8]] {
        let table = try Table.load("log-lines", from: .module).map { try LogLineRow($0) }
        var generator = SeededGenerator(seed: 42)
        let clients = ["192.0.2.1", "2001:db8::1", "host.example", "-", "198.51.100.22"]
        let users = [" - - ", " - alice ", " - ann lee ", " "]
        let times = ["02/Mar/2026:06:25:24 +0000", "29/Feb/2024:23:59:59 -0330", "01/Jan/1970:00:00:00 +0000"]
        let requests = [
            "GET / HTTP/1.1", "GET /a/b?c=d HTTP/2.0", "POST /a HTTP/1.1", "GET /a", #"GET /\"a\x20b HTTP/1.0"#, "",
        ]
        let ends = [
            #" 200 5120"#, #" 304 - "-" "-""#, #" 200 5 "https://www.example.com/" "Firefox/1""#,
            #" 404 0 "a\"b" "c\\""#, #" 200 5 "" "" "more" 7"#, #" 200 5 0.003"#,
        ]
        var lines = table.filter { $0.format.hasVirtualHost == format.hasVirtualHost }.map(\.line)
        while lines.count < 600 {
            let parts = [clients, users].map { $0.randomElement(using: &generator) ?? "" }
            let time = times.randomElement(using: &generator) ?? ""
            let request = requests.randomElement(using: &generator) ?? ""
            let end = ends.randomElement(using: &generator) ?? ""
            let host = format.hasVirtualHost ? "www.example.com:443 " : ""
            lines.append(Array((host + parts.joined() + #"[\#(time)] "\#(request)""# + end).utf8))
        }
        return lines
    }

    /// How many lines the law is tried on; `ACCESSRANK_LONG_TESTS=1` asks for more.
    static let isLong = ProcessInfo.processInfo.environment["ACCESSRANK_LONG_TESTS"] == "1"
    static let linesPerSeed = isLong ? 500_000 : 100_000

    @Test(
        "They agree on mutated lines",
        arguments: [
            (LogFormat.combined, 1), (.combined, 2), (.combined, 3), (.combined, 4), (.combined, 5), (.combined, 6),
            (.combined, 7), (.combined, 8), (.vhostCombined, 9), (.vhostCommon, 10),
        ] as [(LogFormat, UInt64)])
    func mutatedLines(format: LogFormat, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let corpus = try Self.corpus(format)
        let twin = PlainLineParser(hasVirtualHost: format.hasVirtualHost)
        var parser = RequestParser(format)
        var fitting = 0
        for number in 0..<Self.linesPerSeed {
            let line = PlainLines.trimmed(LineMutation.mutated(corpus, using: &generator))
            let expected = twin.parse(line)
            let found =
                switch number % 3 {
                case 0: parser.fields(of: line)
                case 1: parser.fields(of: line, behind: Array("\r\n".utf8) + corpus[number % corpus.count])
                // No LF: a place behind the line where a line goes on.
                default:
                    parser.fields(
                        of: line, before: [10], behind: Array(corpus[number % corpus.count].suffix(number % 90)))
                }
            if found != expected {
                let text = String(decoding: line, as: UTF8.self).debugDescription
                let both = "\(String(describing: found)), not \(String(describing: expected))"
                Issue.record("\(text) (seed \(seed), line \(number)): \(both)")
                return
            }
            if expected != nil { fitting += 1 }
        }
        // Where nearly all or nearly none fit, the law says little.
        #expect((0.2...0.8).contains(Double(fitting) / Double(Self.linesPerSeed)), "\(fitting) fit")
    }
}
