import LogReading
import Testing

@testable import Reporting

@Suite("Text for terminals that know ASCII alone")
struct ASCIITextTests {
    @Test(
        "Signs become what looks like them, and letters their escapes",
        arguments: [
            ("", ""), ("plain", "plain"), ("08:00–09:00", "08:00-09:00"), ("“so” ’tis…", "\"so\" 'tis..."),
            ("▲1 ▼2", "^1 v2"),
            ("é", "\\u{e9}"), ("e\u{301}", "e\\u{301}"), ("日本", "\\u{65e5}\\u{672c}"), ("😀", "\\u{1f600}"),
        ])
    func shown(text: String, expected: String) {
        #expect(ASCIIText.of(text) == expected)
        #expect(ASCIIText.of(text).utf8.allSatisfy { $0 < 0x80 })
        #expect(ASCIIText.canShow(text) == !expected.contains("\\u"))
    }

    @Test("A path becomes what browsers send, whatever its bytes are")
    func path() {
        #expect(ShownText.asPath(ByteString("/特集/a%20b c")) == "/%E7%89%B9%E9%9B%86/a%20b c")
        #expect(ShownText.asPath(ByteString([0x2F, 0x1B, 0xFF, 0x7F])) == "/%1B%FF%7F")
    }
}
