import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("Text in CSV, Markdown, JSON and links")
struct FormatTextTests {
    @Test(
        "A CSV cell is quoted where it has to be, and no formula",
        arguments: [
            ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("=1+1", "'=1+1"),
            ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\t=1", #"'\x09=1"#), ("\r=1", #"'\x0d=1"#),
            ("=a,b", "\"'=a,b\""), ("a=1", "a=1"), ("a\nb", #"a\x0ab"#), ("日本", "日本"), ("＝1", "＝1"),
        ] as [(ByteString, String)])
    func csv(text: ByteString, cell: String) {
        var table = CSVTable(columns: ["text"], byteOrderMark: false)
        table.add(text)
        table.endRow()
        #expect(String(decoding: table.bytes, as: UTF8.self) == "text\n\(cell)\n")
    }

    @Test(
        "A number in a CSV cell is written in full",
        arguments: [(0, "0"), (9, "9"), (10, "10"), (-1, "-1"), (.max, "\(Int.max)"), (.min, "\(Int.min)")])
    func number(number: Int, cell: String) {
        var table = CSVTable(columns: ["number"], byteOrderMark: false)
        table.add(number)
        table.endRow()
        #expect(String(decoding: table.bytes, as: UTF8.self) == "number\n\(cell)\n")
    }

    @Test(
        "What makes a cell no plain text is seen wherever it stands", arguments: [",", "\"", "\u{1f}", "\u{7f}", "é"])
    func anywhere(sign: String) throws {
        var table = CSVTable(columns: ["text"], byteOrderMark: false)
        let texts = (0..<70).map { String(repeating: "x", count: $0) + sign + String(repeating: "y", count: 69 - $0) }
        for text in texts {
            table.add(ByteString(text))
            table.endRow()
        }
        let records = try CSVReader.records(String(decoding: table.takeBytes(), as: UTF8.self))
        #expect(records.dropFirst().map { $0[0] } == texts.map { ShownText.of($0) })
    }

    @Test("A table that is taken in parts is the table that is taken as one")
    func parts() {
        var (whole, inParts) = (
            CSVTable(columns: ["a", "b"], byteOrderMark: true), CSVTable(columns: ["a", "b"], byteOrderMark: true)
        )
        var parts: [UInt8] = []
        for row in 0..<5000 {
            for column in 0..<2 {
                whole.add(ByteString("cell \(row), \(column)"))
                inParts.add(ByteString("cell \(row), \(column)"))
            }
            whole.endRow()
            inParts.endRow()
            if row % 700 == 0 { parts += inParts.takeBytes() }
        }
        #expect(parts + inParts.takeBytes() == whole.bytes)
    }

    @Test(
        "Markdown text is read as itself",
        arguments: [
            ("plain text, (with) signs: 1-2!", "plain text, (with) signs: 1-2!"), ("a|b", #"a\|b"#),
            ("[x](y)", #"\[x\](y)"#), ("<b>&amp;", #"\<b\>\&amp;"#), ("*_`~", #"\*\_\`\~"#), (#"\"#, #"\\"#),
            ("# $x$ {{y}}", ##"\# \$x\$ \{\{y\}\}"##), ("see https://evil.com", #"see https\://evil.com"#),
            ("WWW.evil.com", #"WWW\.evil.com"#), ("a.b", "a.b"), ("日本", "日本"),
        ])
    func markdown(text: String, escaped: String) {
        #expect(MarkdownText.escaping(text) == escaped)
    }

    @Test("A Markdown link keeps its target whole, whatever stands in it")
    func markdownLink() {
        #expect(MarkdownText.link("a]b", to: "https://e.com/a_(b)&c") == #"[a\]b](https://e.com/a_\(b\)&amp;c)"#)
        #expect(MarkdownText.link("a]b", to: nil) == #"a\]b"#)
    }

    @Test(
        "A link holds what RFC 3986 lets an address hold, and the rest as escapes",
        arguments: [
            ("/a/b", "https://e.com", "https://e.com/a/b"), ("/a", "https://e.com/", "https://e.com/a"),
            ("/a", "HTTP://e.com//", "HTTP://e.com/a"),
            ("/%E3%81%82?id=1", "http://e.com", "http://e.com/%E3%81%82?id=1"),
            ("/a b<>\"|)", "http://e.com", "http://e.com/a%20b%3C%3E%22%7C)"),
            ("/100%", "http://e.com", "http://e.com/100%25"), ("/a#b", "http://e.com", "http://e.com/a%23b"),
            ("/あ", "http://e.com", "http://e.com/%E3%81%82"), ("/a", "javascript:alert(1)//", nil),
            ("/a", "e.com", nil),
            ("/a", "", nil), ("/a", nil, nil),
        ] as [(ByteString, String?, String?)])
    func link(path: ByteString, base: String?, link: String?) {
        #expect(ArticleLink.to(path, at: base) == link)
    }

    @Test("JSON keeps the order of members, and can stand in a script of a page")
    func json() {
        let value = JSONText.members([
            ("z", .text("</script>\"\\\u{8}\n")), ("a", .list([.integer(1), .number("0.100000"), .null])),
            ("m", .list([])),
        ])
        let expected = #"""
            {
              "z": "\u003c/script>\"\\\u0008\u000a",
              "a": [
                1,
                0.100000,
                null
              ],
              "m": []
            }

            """#
        #expect(value.document == expected)
    }

    @Test(
        "A day is written as people write it",
        arguments: [
            ("2026-03-02", "Monday, 2 March 2026"), ("2026-12-31", "Thursday, 31 December 2026"),
            ("1970-01-01", "Thursday, 1 January 1970"), ("2028-02-29", "Tuesday, 29 February 2028"),
        ])
    func writtenDay(iso: String, written: String) throws {
        #expect(WrittenDay.of(try #require(CalendarDay(iso: iso))) == written)
    }
}
