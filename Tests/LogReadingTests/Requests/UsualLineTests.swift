import LogReading
import TestSupport
import Testing

@Suite("Lines of the usual kind")
struct UsualLineTests {
    @Test("What is taken for one, the parser reads the same", arguments: 0..<12 as Range<UInt64>)
    func likeParser(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let corpus = try Self.usualLines(using: &generator) + PlainTwinTests.corpus(.combined)
        var lines = UsualLines()
        var parser = RequestParser(.combined)
        var usual = 0
        var others = 0
        for _ in 0..<300 {
            var block: [UInt8] = []
            while block.count < 20_000 {
                let line = corpus.randomElement(using: &generator) ?? []
                let isMutated = Int.random(in: 0..<3, using: &generator) == 0
                block += (isMutated ? LineMutation.mutated([line], using: &generator) : line) + [10]
            }
            block.withByteView { view in
                lines.begin(view)
                parser.beginBlock()
                var start = 0
                while start < view.count {
                    let end = view.firstIndex(of: 10, from: start) ?? view.count
                    if let line = lines.line(view, at: start) {
                        usual += 1
                        let content = LogLine.content(of: view, start..<end)
                        let found = Fields(line, view, end: line.end - 1)
                        let expected = parser.parse(view, content).map { Fields($0, end: end) }
                        if found != expected {
                            let text = view[start..<end].bytes
                            Issue.record(
                                "\(String(decoding: text, as: UTF8.self).debugDescription): \(found), not \(String(describing: expected))"
                            )
                        }
                        start = line.end
                    } else {
                        others += 1
                        start = end + 1
                    }
                }
            }
        }
        // Where nearly all or nearly none are, the law says little.
        #expect(usual > 2000 && others > 2000, "\(usual) and \(others)")
    }

    @Test("Lines as servers write them are of the usual kind, but for the last ones of a block")
    func usual() throws {
        var generator = SeededGenerator(seed: 7)
        // But for the one with a method that no server has.
        let corpus = Self.usualLines(using: &generator).filter { !$0.contains(Self.longMethod) }
        let block: [UInt8] = corpus.flatMap { $0 + [10] }
        var lines = UsualLines()
        block.withByteView { view in
            lines.begin(view)
            var start = 0
            for line in corpus.dropLast(2) {
                #expect(
                    lines.line(view, at: start)?.end == start + line.count + 1,
                    "\(String(decoding: line, as: UTF8.self))")
                start += line.count + 1
            }
        }
    }

    @Test("A line that is oversize is none of them, whatever it holds", arguments: [(65_536, true), (65_537, false)])
    func longest(bytes: Int, isUsual: Bool) {
        let start = #"1.2.3.4 - - [02/Mar/2026:10:25:50 +0900] "GET /a HTTP/1.1" 200 5 "-" ""#
        let agent = String(repeating: "a", count: bytes - start.utf8.count - 1)
        var lines = UsualLines()
        // The first one is taken up, so that the marks are not at the block's first ones.
        Array("\(start)\"\n\(start)\(agent)\"\n".utf8).withByteView { block in
            lines.begin(block)
            let second = start.utf8.count + 2
            #expect(lines.line(block, at: 0)?.end == second)
            #expect(lines.line(block, at: second)?.end == (isUsual ? second + bytes + 1 : nil))
        }
    }

    /// Longer than what is looked at together.
    private static let longMethod = [UInt8](repeating: UInt8(ascii: "A"), count: 70)

    /// Every part in every length that its fast look could trip over.
    static func usualLines(using generator: inout SeededGenerator) -> [[UInt8]] {
        let clients = [
            "1.2.3.4", "203.0.113.250", "2001:db8:7740:2b16:bff0:1b59:145:a50e", "::1",
            String(repeating: "h", count: 64),
        ]
        let methods = ["GET", "POST", "HEAD", "x", "M-SEARCH", String(decoding: longMethod, as: UTF8.self)]
        let bytes = ["-", "0", "7", "99999999"]
        return (0..<400).map { number in
            func text(_ count: Int) -> String {
                String(repeating: "abcdefgh/", count: count / 9 + 1).prefix(count).description
            }
            let query = number % 3 == 0 ? "?" + text(number % 150) : ""
            let target = "/" + text(Int.random(in: 0...140, using: &generator)) + query
            return Array(
                """
                \(clients.randomElement(using: &generator) ?? "") - - [02/Mar/2026:0\(number % 10):25:5\(number % 10) +0900] \
                "\(number % 2 == 0 ? "GET" : methods.randomElement(using: &generator) ?? "") \(target) HTTP/\(number % 4).1" \
                \([200, 304, 404, 999][number % 4]) \(bytes.randomElement(using: &generator) ?? "") \
                "\(text(number % 90))" "\(text(Int.random(in: 0...200, using: &generator)))"
                """.utf8)
        }
    }
}

/// What matters of a line.
private struct Fields: Equatable, CustomStringConvertible {
    var client: [UInt8]
    var second: UInt32
    var method: [UInt8]
    var target: [UInt8]
    var path: [UInt8]
    var status: UInt16
    var agent: [UInt8]?
    var end: Int

    init(_ line: UsualLine, _ block: ByteView, end: Int) {
        client = line.client(in: block).bytes
        second = line.second
        method = line.methodBytes == 0 ? Array("GET".utf8) : line.method(in: block).bytes
        target = line.target(in: block, withQuery: true).bytes
        path = line.target(in: block, withQuery: false).bytes
        status = line.status
        agent = line.agent(in: block).bytes
        self.end = end
    }

    init(_ request: LoggedRequest, end: Int) {
        client = request.client.bytes
        second = request.second
        switch request.request {
        case .get(let target, let bytesBeforeQuery):
            method = Array("GET".utf8)
            self.target = target.bytes
            path = target[0..<bytesBeforeQuery].bytes
        case .otherMethod(let text, let methodBytes):
            method = text[0..<methodBytes].bytes
            target = text[(methodBytes + 1)..<text.count].bytes
            path = Array(target.prefix { $0 != UInt8(ascii: "?") })
        case .bad:
            (method, target, path) = ([], [], [])
        }
        status = request.status
        agent = request.agent?.bytes
        self.end = end
    }

    var description: String {
        [client, method, target, path, agent ?? []].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
            + " \(second) \(status) \(end)"
    }
}
