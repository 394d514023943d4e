import LogReading
import TestSupport
import Testing

@Suite("Values of a line put together")
struct RequestAssemblyTests {
    private func fields(_ lines: [[(LogField, String)]]) -> FieldsOfLine? {
        var assembly = RequestAssembly()
        assembly.beginBlock()
        var last: FieldsOfLine?
        for line in lines {
            assembly.beginLine()
            for (field, text) in line { assembly.note(assembly.hold(Array(text.utf8)), as: field) }
            last = assembly.request().map(FieldsOfLine.init)
        }
        return last
    }

    private static let least: [(LogField, String)] = [
        (.client, "203.0.113.7"), (.request, "GET /a HTTP/1.1"), (.status, "200"),
        (.time(.epoch(.seconds)), "1772400324"),
    ]

    @Test("Nothing of a line is left for the next one")
    func forgetting() {
        let all: [(LogField, String)] = [
            (.client, "203.0.113.9"), (.proxiedClient, "203.0.113.10"), (.forwarded, "198.51.100.1"), (.agent, "x"),
            (.host, "h"), (.session, "s"), (.purpose, "prefetch"), (.method, "POST"), (.target, "/b"), (.path, "/c"),
            (.decodedPath, "/d"), (.decodedTarget, "/e"), (.query, "q"), (.status, "20"),
            (.time(.iso8601), "2026-03-02T06:25:24+09:00"), (.request, "bad"),
        ]
        #expect(fields([all]) == nil, "its status has two digits")
        #expect(fields([all, Self.least]) == fields([Self.least]))
        #expect(fields([Self.least])?.agent == nil)
        for missing in Self.least.indices {
            var line = Self.least
            line.remove(at: missing)
            #expect(fields([Self.least, line]) == nil, "without \(Self.least[missing].0)")
        }
    }

    @Test(
        "What was asked, in several fields",
        arguments: [
            ([(.method, "GET"), (.target, "/a?b")], "/a?b"),
            ([(.method, "GET"), (.path, "/a"), (.query, "?b")], "/a?b"),
            ([(.method, "GET"), (.path, "/a%20"), (.query, "-")], "/a%20"),
            ([(.method, "GET"), (.decodedPath, "/a?b%"), (.query, "c")], "/a%3Fb%25?c"),
            ([(.method, "GET"), (.decodedTarget, "/a b?c?d")], "/a%20b?c?d"),
            ([(.method, "GET"), (.target, "/t"), (.path, "/p"), (.decodedPath, "/d")], "/t"),
            ([(.method, "GET"), (.target, "/a b")], nil), ([(.method, "-"), (.target, "/a")], nil),
            ([(.method, "GET"), (.target, "-")], nil), ([(.method, "GET"), (.path, ""), (.query, "a")], nil),
            ([(.method, "G1T"), (.target, "/a")], nil),
        ] as [([(LogField, String)], String?)])
    func separate(asked: [(LogField, String)], target: String?) throws {
        let line = Self.least.filter { $0.0 != .request } + asked
        let found = try #require(fields([line]))
        #expect(found.request == target.map { .get(Array($0.utf8)) } ?? .bad)
    }

    @Test("get is another method")
    func otherMethod() {
        let line = Self.least.filter { $0.0 != .request } + [(.method, "get"), (.target, "/a")]
        #expect(fields([line])?.request == .otherMethod)
    }

    @Test(
        "Only a name of prefetching is one", arguments: ["prefetch", "x;PRERENDER", "a prefetch b"], ["fetch", "-", ""])
    func purpose(word: String, other: String) {
        #expect(fields([Self.least + [(.purpose, word), (.purpose, other)]])?.isPrefetch == true)
        #expect(fields([Self.least + [(.purpose, other)]])?.isPrefetch == false)
    }
}
