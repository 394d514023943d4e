import LogReading
import TestSupport
import Testing

@testable import Reporting

@Suite("Shown text")
struct ShownTextTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        let bytes: [UInt8]
        let shown: String
        init(_ what: String, _ text: String, _ shown: String) {
            self.init(what, bytes: Array(text.utf8), shown)
        }
        init(_ what: String, bytes: [UInt8], _ shown: String) {
            self.what = what
            self.bytes = bytes
            self.shown = shown
        }
        var testDescription: String { what }
    }

    @Test(
        "Hostile text is shown harmless, and honest text as it is",
        arguments: [
            Row("empty", "", ""),
            Row("plain", "/a/b-c_d.e~f", "/a/b-c_d.e~f"),
            Row("Japanese", "映画『君』", "映画『君』"),
            Row("an ideographic space", "東京\u{3000}都", "東京\u{3000}都"),
            Row("a combining accent", "e\u{301}", "e\u{301}"),
            Row("NUL", bytes: [0x61, 0, 0x62], #"a\x00b"#),
            Row("ESC", "\u{1B}[31mred", #"\x1b[31mred"#),
            Row("newline, tab, CR", "a\nb\tc\r", #"a\x0ab\x09c\x0d"#),
            Row("DEL", "\u{7F}", #"\x7f"#),
            Row("NEL, a C1 control", "\u{85}", #"\u{85}"#),
            Row("right-to-left override", "a\u{202E}gpj.exe", #"a\u{202e}gpj.exe"#),
            Row("bidi isolate", "\u{2066}x\u{2069}", #"\u{2066}x\u{2069}"#),
            Row("line separator", "a\u{2028}b\u{2029}c", #"a\u{2028}b\u{2029}c"#),
            Row("zero-width space", "pay\u{200B}pal", #"pay\u{200b}pal"#),
            Row("zero-width joiner in ASCII", "pay\u{200D}pal", #"pay\u{200d}pal"#),
            Row("a byte order mark", "\u{FEFF}a", #"\u{feff}a"#),
            Row("soft hyphen", "a\u{AD}b", #"a\u{ad}b"#),
            Row("a Hangul filler, which is a letter that is not seen", "\u{3164}", #"\u{3164}"#),
            Row("tag characters", "\u{E0041}", #"\u{e0041}"#),
            Row("an interlinear annotation", "a\u{FFF9}b", #"a\u{fff9}b"#),
            Row("a noncharacter", "\u{FFFE}", #"\u{fffe}"#),
            Row("Persian with its non-joiner", "می\u{200C}خواهم", "می\u{200C}خواهم"),
            Row("a non-joiner at the end", "می\u{200C}", #"می\u{200c}"#),
            Row("two joiners in a row", "می\u{200C}\u{200C}خ", #"می\u{200c}\u{200c}خ"#),
            Row("emoji joined to one", "👩\u{200D}🚒 ❤\u{FE0F}", "👩\u{200D}🚒 ❤\u{FE0F}"),
            Row("a variation selector behind ASCII", "a\u{FE0F}", #"a\u{fe0f}"#),
            Row("a lone byte", bytes: [0x61, 0xFF, 0x62], "a%FFb"),
            Row("an overlong slash", bytes: [0xC0, 0xAF], "%C0%AF"),
            Row("an overlong slash of three bytes", bytes: [0xE0, 0x80, 0xAF], "%E0%80%AF"),
            Row("a surrogate", bytes: [0xED, 0xA0, 0x80], "%ED%A0%80"),
            Row("beyond Unicode", bytes: [0xF5, 0x80, 0x80, 0x80], "%F5%80%80%80"),
            Row("cut in the middle", bytes: [0xE3, 0x81], "%E3%81"),
            Row("cut, then whole", bytes: [0xE3, 0x81, 0xE3, 0x81, 0x82, 0x80], "%E3%81あ%80"),
            Row("a backslash stays", #"a\b"#, #"a\b"#),
        ])
    func shown(row: Row) {
        #expect(ShownText.of(ByteString(row.bytes)) == row.shown)
        // Swift's String equality is canonical; the bytes have to be equal too.
        #expect(Array(ShownText.of(ByteString(row.bytes)).utf8) == Array(row.shown.utf8))
    }

    @Test(
        "Paths are decoded for people where that keeps them the same path and harmless",
        arguments: [
            Row("Japanese", "/%E6%96%87%E5%8C%96/x", "/文化/x"),
            Row("Persian with its non-joiner", "/%D9%85%DB%8C%E2%80%8C%D8%AE", "/می\u{200C}خ"),
            Row("a space", "/a%20b", "/a b"),
            Row("delimiters stay", "/a%2Fb%3Fc%23d%25e", "/a%2Fb%3Fc%23d%25e"),
            Row("nothing is decoded twice", "/%2541", "/%2541"),
            Row("a lone byte stays", "/a%FFb", "/a%FFb"),
            Row("half a character stays", "/%E3%81/%E3%81%82", "/%E3%81/あ"),
            Row("an overlong slash stays", "/%C0%AF", "/%C0%AF"),
            Row("ESC stays", "/%1B[31m", "/%1B[31m"),
            Row("an override stays", "/%E2%80%AE", "/%E2%80%AE"),
            Row("markup is decoded, for Markdown to escape", "/%3Cscript%3E%7C", "/<script>|"),
            Row("a percent sign that is no escape", "/100%", "/100%"),
            Row("half an escape", "/%4", "/%4"),
            Row("raw bytes beside escapes", bytes: Array("/%E3".utf8) + [0x81, 0x82], "/%E3%81%82"),
        ])
    func decoded(row: Row) {
        #expect(Array(ShownText.decoding(ByteString(row.bytes)).utf8) == Array(row.shown.utf8))
    }

    @Test("Whatever the bytes, nothing unseen is left", arguments: 1...400 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for shown in [ShownText.of(random.hostileText()), ShownText.decoding(random.hostileText())] {
            #expect(Hostile.unseen(in: shown).isEmpty, "seed \(seed): \(shown)")
        }
    }
}
