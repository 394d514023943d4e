import LogReading
import TestSupport

/// Text that was made to break a reader, a terminal or a spreadsheet.
enum Hostile {
    static let texts: [ByteString] = [
        "=HYPERLINK(\"http://evil\",\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "a,b\"c\"", "line\nbreak",
        "a\r\nb",
        "\u{202E}gpj.exe", "\u{1B}]0;title\u{07}", ByteString([0, 0x61, 0]), "a|b", "](javascript:alert(1))",
        "[x](http://evil)", "![x](http://evil/y.png)", "<script>alert(1)</script>", "</script>", "<!-- x", "&lt;&copy;",
        ByteString([0xFF]), ByteString([0xC0, 0xAF]), "\u{2028}", "pay\u{200B}pal", "日本語の記事", "`code`", "**bold**",
        "_x_", "# heading", "\\", "\\|", "a\\", "~~x~~", "$x$", "{{ site.x }}", "www.evil.com", "https://evil.com",
        "'", "\"", ",", "", " ", "%E2%80%AE", "%0A", "%00%1B", "%7C%5D%28", "%3Cscript%3E", "%22%2C",
    ]

    /// The scalars of a text that nobody sees, apart from joiners and selectors between letters.
    static func unseen(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            let category = scalar.properties.generalCategory
            let hides: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
            let isJoiner = scalar == "\u{200C}" || scalar == "\u{200D}"
            return hides.contains(category) && !isJoiner
        }
    }
}

extension SeededGenerator {
    /// Pieces of hostile texts, odd bytes and random bytes, in any order.
    mutating func hostileText() -> ByteString {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...12, using: &self) {
            switch Int.random(in: 0...3, using: &self) {
            case 0: bytes += Hostile.texts.randomElement(using: &self)?.bytes ?? []
            case 1: bytes += Array("%\(String(UInt8.random(in: 0...255, using: &self), radix: 16))".utf8)
            case 2: bytes += Array(String(Unicode.Scalar(UInt16.random(in: 0...0xD7FF, using: &self)) ?? "a").utf8)
            default: bytes.append(UInt8.random(in: 0...255, using: &self))
            }
        }
        return ByteString(bytes)
    }
}
