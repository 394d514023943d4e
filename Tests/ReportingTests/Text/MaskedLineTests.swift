import LogReading
import TestSupport
import Testing

@testable import Reporting

@Suite("Lines without readers in them")
struct MaskedLineTests {
    @Test(
        "Addresses and queries are cut off wherever they stand",
        arguments: [
            ("203.0.113.77 - -", "203.0.113.0 - -"),
            ("for=203.0.113.77;by", "for=..."),
            ("(203.0.113.77)", "(203.0.113.0)"),
            ("203.0.113.77:443", "203.0.113.0:443"),
            ("203-0-113-77.example", "203-0-113-0.example"),
            ("1.2.3", "1.2.3"),
            ("1.2.3.456", "1.2.3.456"),
            ("2001:db8:7:8:9::a said", "2001:db8:7:: said"),
            ("[2001:db8:7:8:9::a]:443", "[2001:db8:7::]:443"),
            ("::ffff:203.0.113.77 -", "::ffff:203.0.113.0 -"),
            ("[02/Mar/2026:06:25:24 +0000]", "[02/Mar/2026:06:25:24 +0000]"),
            (#""GET /a?mail=x@example.com HTTP/1.1" 200"#, #""GET /a?... HTTP/1.1" 200"#),
            (#""GET /a?b c" 200"#, #""GET /a?..." 200"#),
            (#""GET /a?b\"c HTTP/1.1" 200"#, #""GET /a?... HTTP/1.1" 200"#),
            ("GET /a?b=c 200", "GET /a?... 200"),
            (#""GET /a?" 200"#, #""GET /a?" 200"#),
            ("a\u{1B}[2Jb", #"a\x1b[2Jb"#),
        ])
    func masked(line: String, expected: String) {
        #expect(MaskedLine.of(ByteString(Array(line.utf8))) == expected)
    }

    @Test("Of a line that goes on, an address at its end goes whole")
    func cut() {
        #expect(MaskedLine.of(ByteString(Array("from 203.0.113".utf8)), isCut: true) == "from ...")
        #expect(MaskedLine.of(ByteString(Array("from 2001:db8:1:2".utf8)), isCut: true) == "from ...")
    }

    @Test("No address is left, whatever stands around it", arguments: 0..<400 as Range<UInt64>)
    func noAddress(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let separators = [" ", ",", "\"", "[", "]", "(", ")", ";", "=", "/", "|", "%", "'", "<", "\t", "é"]
        func separator() -> String { separators[Int(generator.next() % UInt64(separators.count))] }
        let last = 101 + Int(generator.next() % 150)
        let group = String(0xabc0 + Int(generator.next() % 16), radix: 16)
        let line = (0..<4).map { _ in
            separator() + "198.51.100.\(last)" + separator() + "2001:db8:5:\(group)::\(group)" + separator()
        }.joined(separator: "x")
        let shown = MaskedLine.of(ByteString(Array(line.utf8)))
        #expect(!shown.contains(".\(last)"), "seed \(seed): \(line)")
        #expect(!shown.contains(group), "seed \(seed): \(line)")
    }

    @Test("A masked address says how much of it is left")
    func addresses() {
        #expect(MaskedAddress.of(ByteString(Array("203.0.113.77".utf8))) == "203.0.113.0/24")
        #expect(MaskedAddress.of(ByteString(Array("2001:db8:7:8::9".utf8))) == "2001:db8:7::/48")
        #expect(MaskedAddress.of(ByteString(Array("::ffff:203.0.113.77".utf8))) == "::ffff:203.0.113.0/24")
        #expect(MaskedAddress.of(ByteString(Array("reader.example.com".utf8))) == "(a name)")
    }
}
