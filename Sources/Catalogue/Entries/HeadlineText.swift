/// The text of a title as a reader sees it.
enum HeadlineText {
    /// Without white space at its ends, and each run of white space that a file was laid out with as one space.
    ///
    /// At the ends all white space of Unicode goes, the full-width space too, and marks without width. Inside, a run of
    /// spaces, tabs and line breaks becomes one space; full-width and no-break spaces stay.
    static func cleaned(_ text: String) -> String {
        let trimmed = trimmed(text)
        guard hasRuns(trimmed.utf8) else { return String(trimmed) }
        var result: [UInt8] = []
        result.reserveCapacity(trimmed.utf8.count)
        var isBehindSpace = false
        for byte in trimmed.utf8 {
            let isSpace = isLayout(byte)
            if !isSpace { result.append(byte) } else if !isBehindSpace { result.append(0x20) }
            isBehindSpace = isSpace
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Without white space of any kind at its ends.
    static func trimmed(_ text: String) -> Substring {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return text[text.endIndex...] }
        return text[first..<scalars.index(after: last)]
    }

    private static func hasRuns(_ text: Substring.UTF8View) -> Bool {
        var isBehindSpace = false
        for byte in text {
            let isSpace = isLayout(byte)
            if isSpace, byte != 0x20 || isBehindSpace { return true }
            isBehindSpace = isSpace
        }
        return false
    }

    private static func isLayout(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// `White_Space` of Unicode, and U+200B and U+FEFF, which show nothing.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            true
        default: false
        }
    }
}
