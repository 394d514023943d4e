import Foundation
import LogReading
import TestSupport
import Testing

/// A row of `log-lines.tsv`.
struct LogLineRow {
    let format: LogFormat
    let line: [UInt8]
    /// Nil for a line that is malformed.
    let fields: PlainLineParser.Line?

    init(_ row: Table.Row) throws {
        format = try #require(LogFormat(rawValue: row.text("format")), "\(row)")
        line = row.bytes("line")
        guard row.text("form") != "malformed" else {
            fields = nil
            return
        }
        let request: PlainLineParser.Request =
            switch row.text("request") {
            case "get": .get(row.bytes("target"))
            case "other-method": .otherMethod
            default: .bad
            }
        try #require(["get", "other-method", "bad"].contains(row.text("request")), "\(row)")
        try #require(["common", "combined"].contains(row.text("form")), "\(row)")
        fields = PlainLineParser.Line(
            client: row.bytes("client"), instant: try #require(Int(row.text("instant")), "\(row)"), request: request,
            status: try #require(Int(row.text("status")), "\(row)"),
            agent: row.text("form") == "combined" ? row.bytes("agent") : nil)
    }
}

@Suite("Reading a line")
struct RequestParserTests {
    @Test("A line has the fields of the table", arguments: try Table.load("log-lines", from: .module))
    func table(row: Table.Row) throws {
        let example = try LogLineRow(row)
        var parser = RequestParser(example.format)
        #expect(parser.fields(of: example.line) == example.fields)
        #expect(parser.fields(of: example.line) == example.fields, "and again, after itself")
        let twin = PlainLineParser(hasVirtualHost: example.format.hasVirtualHost)
        #expect(twin.parse(example.line) == example.fields, "the slow twin")
    }

    @Test("Lines of the table agree with the twin wherever they are cut")
    func cutAnywhere() throws {
        for row in try Table.load("log-lines", from: .module) {
            let example = try LogLineRow(row)
            var parser = RequestParser(example.format)
            let twin = PlainLineParser(hasVirtualHost: example.format.hasVirtualHost)
            for end in example.line.indices {
                let line = Array(example.line[..<end])
                let expected = twin.parse(line)
                #expect(parser.fields(of: line) == expected, "\(row), cut at \(end)")
                // With what was cut off still there, behind the line's end.
                let rest = Array(example.line[end...])
                let found = parser.fields(of: line, before: Array("x - \"\n".utf8), behind: rest)
                #expect(found == expected, "\(row), cut at \(end), with its rest behind it")
            }
        }
    }

    @Test("Times at random, right and wrong, agree with the twin")
    func times() throws {
        var parser = RequestParser(.common)
        let twin = PlainLineParser()
        var generator = SeededGenerator(seed: 1)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "jan", "Foo"]
        for _ in 0..<6000 {
            let month = months[Int(generator.next() % 14)]
            let numbers = [34, 2300, 25, 62, 62].map { Int(generator.next() % $0) }
            let day = String(format: "%02d", numbers[0])
            let clock = String(format: "%04d:%02d:%02d:%02d", numbers[1], numbers[2], numbers[3], numbers[4])
            let zone = generator.next() % 2 == 0 ? "+0000" : "-0330"
            let line = Array(#"192.0.2.1 - - [\#(day)/\#(month)/\#(clock) \#(zone)] "GET / HTTP/1.1" 200 5"#.utf8)
            #expect(parser.fields(of: line) == twin.parse(line))
        }
    }
}
