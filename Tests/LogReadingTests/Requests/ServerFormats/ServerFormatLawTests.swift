import Foundation
import LogReading
import TestSupport
import Testing

@Suite("Lines of server formats, at random")
struct ServerFormatLawTests {
    static let linesPerSeed = ProcessInfo.processInfo.environment["ACCESSRANK_LONG_TESTS"] == "1" ? 30_000 : 3000

    private struct IsStandard: Error { let format: LogFormat }

    private func parser(_ format: SampleServerFormat) throws -> ServerFormatParser {
        let layout = try LogLayout(serverFormat: format.configuration)
        guard case .serverFormat(let read) = layout else { throw IsStandard(format: layout.format) }
        return ServerFormatParser(read)
    }

    /// Bytes that are escaped, or that a format has between its values.
    private static let pieces =
        [
            "\"", "\\", "\\\"", "x22", "\\x22", "\t", "\n", "\u{1}", "[", "]", "{", "}", ",", ":", "a", "Firefox/1",
            "-", "/",
            "あ", "u0041", "\" 200 5 \"", "|", "%22",
        ].map { Array($0.utf8) } + [[0xFF], [0x80], [0x7F]]

    /// - Parameter separators: May the value hold what is between values?
    private func value(_ generator: inout SeededGenerator, isFree: Bool) -> [UInt8] {
        var value = generator.row(of: Self.pieces, upTo: 6).flatMap(\.self)
        if isFree { value.append(contentsOf: Array(" of it".utf8)) }
        return value
    }

    private func sample(_ format: SampleServerFormat, _ generator: inout SeededGenerator) -> (FieldsOfLine, [UInt8]) {
        // Without escapes only a value that says nothing of the format comes back.
        let isFree = format.escaping != .none && !format.configuration.contains("$http_user_agent$")
        let bare = Array("Firefox|x\\x22".utf8)
        let target = [0x2F] + (isFree ? value(&generator, isFree: false).filter { $0 != 0x20 } : bare)
        let method = ["GET", "GET", "GET", "POST"].randomElement(using: &generator) ?? "GET"
        let status = Int.random(in: 0...999, using: &generator)
        let client = "203.0.113.\(Int.random(in: 0...255, using: &generator))"
        let fields = FieldsOfLine(
            client: Array(client.utf8), second: 1_772_400_324,
            request: method == "GET" ? .get(target) : .otherMethod, status: status,
            agent: isFree ? value(&generator, isFree: true) : bare,
            host: format.has(.host) ? Array("www.example.com".utf8) : nil,
            session: format.has(.session) ? Array("s\(status)".utf8) : nil,
            forwarded: format.has(.forwarded) ? Array("2001:db8::7, \(client)".utf8) : nil)
        let line = format.line(
            fields, request: Array("\(method) ".utf8) + target + Array(" HTTP/1.1".utf8),
            time: "02/Mar/2026:06:25:24 +0900", status: String(format: "%03d", status))
        return (fields, line)
    }

    @Test("What a server has written comes back", arguments: SampleServerFormat.all)
    func written(format: SampleServerFormat) throws {
        var parser = try parser(format)
        var generator = SeededGenerator(seed: 11)
        for number in 0..<5000 {
            let (fields, line) = sample(format, &generator)
            let found = parser.fieldsOfLine(line, behind: Array("\n\" \"".utf8))
            guard found == fields else {
                let text = String(decoding: line, as: UTF8.self).debugDescription
                Issue.record("\(text) (seed 11, line \(number)): \(String(describing: found)), not \(fields)")
                return
            }
        }
    }

    @Test(
        "The slow twin agrees on mutated lines",
        arguments: SampleServerFormat.all.filter { $0.escaping != .json }, [1, 2] as [UInt64])
    func mutated(format: SampleServerFormat, seed: UInt64) throws {
        var parser = try parser(format)
        let twin = format.plain
        var generator = SeededGenerator(seed: seed)
        let corpus = (0..<60).map { _ in sample(format, &generator).1 }
        var fitting = 0
        for number in 0..<Self.linesPerSeed {
            let line = PlainLines.trimmed(LineMutation.mutated(corpus, using: &generator))
            let expected = line.isEmpty ? nil : twin.parse(line)
            let found = line.isEmpty ? nil : parser.fieldsOfLine(line, behind: [10] + corpus[number % corpus.count])
            if found != expected {
                let text = String(decoding: line, as: UTF8.self).debugDescription
                Issue.record(
                    "\(text) (seed \(seed), line \(number)): \(String(describing: found)), not \(String(describing: expected))"
                )
                return
            }
            if expected != nil { fitting += 1 }
        }
        #expect((0.1...0.95).contains(Double(fitting) / Double(Self.linesPerSeed)), "\(fitting) fit")
    }

    @Test("Mutated lines of JSON end nothing", arguments: [5, 6] as [UInt64])
    func mutatedJSON(seed: UInt64) throws {
        let format = try #require(SampleServerFormat.all.first { $0.escaping == .json })
        var parser = try parser(format)
        var generator = SeededGenerator(seed: seed)
        let corpus = (0..<60).map { _ in sample(format, &generator).1 }
        var fitting = 0
        for _ in 0..<Self.linesPerSeed {
            let line = PlainLines.trimmed(LineMutation.mutated(corpus, using: &generator))
            if !line.isEmpty, parser.fieldsOfLine(line) != nil { fitting += 1 }
        }
        #expect(fitting > 0)
    }
}
