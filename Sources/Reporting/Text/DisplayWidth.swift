/// How many columns of a terminal a text takes, and how it is cut to fewer.
public enum DisplayWidth {
    /// Of text without control characters, such as `ShownText` gives.
    public static func of(_ text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

    /// The text, or as much of its beginning as fits, with a mark behind it.
    ///
    /// - Parameters:
    ///   - columns: At most these many; none is no text.
    ///   - mark: Says that the text goes on.
    public static func cut(_ text: String, to columns: Int, mark: String) -> String {
        guard of(text) > columns else { return text }
        let room = columns - of(mark)
        guard room > 0 else { return prefix(of: text, columns) }
        return prefix(of: text, room) + mark
    }

    private static func prefix(of text: String, _ columns: Int) -> String {
        var left = columns
        return String(
            text.prefix { character in
                left -= width(of: character)
                return left >= 0
            })
    }

    /// 2 for a wide character, an emoji, or what a selector makes one; else the sum of what its scalars take.
    private static func width(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        let columns = scalars.count { !takesNoColumn($0) }
        let hasWide = scalars.contains { isWide($0) && !takesNoColumn($0) || $0 == emojiSelector }
        return hasWide && columns > 0 ? 2 : columns
    }

    private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"

    /// What stands on the character before it, or is not seen.
    private static func takesNoColumn(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: scalar != "\u{AD}"
        // Vowels and final consonants of Hangul, which are drawn into the syllable.
        default: (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
        }
    }

    /// Source: East Asian Width "W" and "F" of Unicode's annex 11; emoji are told by their own property.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        // Each half of a flag takes one.
        if scalar.properties.isEmojiPresentation { return !(0x1F1E6...0x1F1FF).contains(scalar.value) }
        return switch scalar.value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
            0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
