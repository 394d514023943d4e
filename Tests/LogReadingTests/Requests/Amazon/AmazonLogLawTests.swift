import LogReading
import TestSupport
import Testing

@Suite("Logs of load balancers and of S3, at random")
struct AmazonLogLawTests {
    private static let pieces = ["Firefox/1", " ", "[", "]", "あ", "%22", "(", ";", "-"]

    @Test("What is written comes back, whatever is appended", arguments: 1...4 as ClosedRange<UInt64>)
    func written(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var balancer = AmazonLogParser(.balancer)
        var bucket = AmazonLogParser(.bucket)
        for _ in 0..<1000 {
            let agent = "A\(generator.row(of: Self.pieces, upTo: 6).joined())"
            let path = "/\(generator.row(of: ["a", "あ", "\"", "%20", "?x=", "//"], upTo: 5).joined())a"
            let status = Int.random(in: 100...999, using: &generator)
            let more = generator.row(of: [" -", " x", " [", " 1"], upTo: 4).joined()
            var expected = FieldsOfLine(
                client: Array("2001:db8::7".utf8), second: 1_772_400_324,
                request: .get(Array("https://www.example.com:443\(path)".utf8)), status: status,
                agent: Array(agent.utf8), host: Array("www.example.com:443".utf8))
            let time = "2026-03-01T21:25:24.\(Int.random(in: 100_000...999_999, using: &generator))Z"
            let line =
                "h2 \(time) app/a/1 [2001:db8::7]:443 - -1 -1 -1 \(status) - 34 366 "
                + "\"GET https://www.example.com:443\(path) HTTP/2.0\" \"\(agent)\"\(more)"
            let found = balancer.fieldsOfLine(Array(line.utf8), before: Array("\" ".utf8), behind: Array(" \"x\n".utf8))
            try #require(found == expected, "seed \(seed): \(line)")

            expected.request = .get(Array(path.utf8))
            expected.agent = Array("\(agent)\" \"".utf8)
            expected.host = Array("h.example".utf8)
            let entry =
                "o b [02/Mar/2026:06:25:24 +0900] 2001:db8::7 - 1 REST.GET.OBJECT k "
                + "\"GET \(path) HTTP/1.1\" \(status) - 1 1 1 1 \"-\" \"\(agent)\" \"\" - h - c - h.example\(more)"
            let other = bucket.fieldsOfLine(Array(entry.utf8), before: Array("\" ".utf8), behind: Array(" \"x\n".utf8))
            try #require(other == expected, "seed \(seed): \(entry)")
        }
    }

    @Test("Of lines made wrong it says what the plain twin says", arguments: ["alb", "s3"])
    func mutated(name: String) throws {
        let lines = try Table.load("log-formats", from: .module).filter { $0.text("format") == name }
            .map { $0.bytes("line") }
        try #require(lines.count >= 15)
        let twin = try PlainAmazonLine(name)
        var parser = AmazonLogParser(name == "alb" ? .balancer : .bucket)
        var generator = SeededGenerator(seed: 7)
        var read = 0
        for number in 0..<8000 {
            let line = LineMutation.mutated(lines, using: &generator)
            if line.isEmpty { continue }
            let expected = twin.parse(line)
            if expected != nil { read += 1 }
            let found = parser.fieldsOfLine(line)
            try #require(found == expected, "line \(number): \(String(decoding: line, as: UTF8.self).debugDescription)")
        }
        #expect(read > 2000)
    }
}
