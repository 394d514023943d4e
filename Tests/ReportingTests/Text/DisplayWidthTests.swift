import Glibc
import TestSupport
import Testing

@testable import Reporting

@Suite("Width of text on a terminal")
struct DisplayWidthTests {
    @Test(
        "A wide character takes two columns, and what stands on another one none",
        arguments: [
            ("", 0), ("abc", 3), ("日本", 4), ("한글", 4), ("ｱ", 1), ("ｶﾞ", 2), ("＝", 2), ("é", 1), ("e\u{301}", 1),
            ("が", 2), ("か\u{3099}", 2), ("👩\u{200D}🚒", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("🇯🇵", 2), ("ไทย", 3), ("ที่", 1),
            ("क्षि", 3), ("–", 1),
        ])
    func width(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test("A character alone is as wide as the C library says")
    func asTheLibrarySays() throws {
        // Swift's module of the library leaves it out.
        let symbol = try #require(dlsym(nil, "wcwidth"))
        let width = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> CInt).self)
        let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
        let before = uselocale(locale)
        defer {
            uselocale(before)
            freelocale(locale)
        }
        var compared = 0
        var different: [String] = []
        for value in UInt32(0x20)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), isComparable(scalar) else { continue }
            let columns = Int(width(wchar_t(value)))
            guard columns >= 0 else { continue }
            compared += 1
            if DisplayWidth.of(String(scalar)) != columns {
                different.append("U+\(String(value, radix: 16)): \(DisplayWidth.of(String(scalar))), not \(columns)")
            }
        }
        #expect(compared > 100_000)
        // Another version of Unicode knows some marks otherwise.
        #expect(different.count <= 8, "\(different.count): \(different.prefix(40))")
    }

    /// Both know it, and it stands for itself.
    private func isComparable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .unassigned, .privateUse, .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    @Test(
        "Text that is too wide is cut between characters, with a mark",
        arguments: [
            ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
            ("日本語", 3, "日…"), ("日本語", 2, "…"), ("日本語", 1, ""), ("e\u{301}e\u{301}e", 2, "e\u{301}…"),
            ("abc", 0, ""), ("", 0, ""),
        ])
    func cut(text: String, columns: Int, expected: String) {
        #expect(DisplayWidth.cut(text, to: columns, mark: "…") == expected)
    }

    @Test("Whatever is cut fits, and is the beginning of what it was")
    func cutFits() {
        let pieces = ["a", "日", "e\u{301}", "👩\u{200D}🚒", "ที่", "❤\u{FE0F}", "한", " "]
        for seed in UInt64(0)..<300 {
            var generator = SeededGenerator(seed: seed)
            let text = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let wrong = (0...26).filter { columns in
                let cut = DisplayWidth.cut(text, to: columns, mark: "...")
                let kept = cut.hasSuffix("...") ? String(cut.dropLast(3)) : cut
                return DisplayWidth.of(cut) > columns || !text.hasPrefix(kept)
                    || DisplayWidth.of(text) <= columns && cut != text
            }
            #expect(wrong.isEmpty, "seed \(seed): \(text) to these columns")
        }
    }
}
