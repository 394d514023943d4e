/// What stands between the quotes of a string in JSON (RFC 8259, section 7).
enum JSONString {
    /// The place of the closing quote of a string whose content begins at `start`, and whether there are escapes in it.
    ///
    /// Nil where none closes it, or a control byte or an escape that is none is in it.
    static func end(in text: ByteView, from start: Int) -> (end: Int, isEscaped: Bool)? {
        var index = start
        var isEscaped = false
        while index < text.count {
            let word = text.partialWord(at: index)
            let stops =
                bytes(of: word, below: space) | bytes(of: word, equalTo: QuotedField.quote)
                | bytes(of: word, equalTo: QuotedField.backslash)
            guard stops != 0 else {
                index += 8
                continue
            }
            index += stops.trailingZeroBitCount / 8
            guard index < text.count else { return nil }
            if text[index] == QuotedField.quote { return (index, isEscaped) }
            guard text[index] == QuotedField.backslash, let length = escapeLength(text, at: index) else { return nil }
            isEscaped = true
            index += length
        }
        return nil
    }

    /// 2 or 6; nil for what is no escape.
    private static func escapeLength(_ text: ByteView, at index: Int) -> Int? {
        guard index + 1 < text.count else { return nil }
        if text[index + 1] == UInt8(ascii: "u") { return codeUnit(text, at: index).map { _ in 6 } }
        return shortEscape(text[index + 1]).map { _ in 2 }
    }

    private static func shortEscape(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The code unit that `\uXXXX` at `index` writes.
    private static func codeUnit(_ text: ByteView, at index: Int) -> UInt16? {
        guard index + 6 <= text.count, text[index] == QuotedField.backslash, text[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt16 = 0
        for place in (index + 2)..<(index + 6) {
            guard let digit = text[place].hexValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// The bytes that a string's content stands for, never more than it has itself.
    ///
    /// Half a surrogate pair becomes U+FFFD, and so does a backslash that begins no escape, with the five bytes behind it.
    static func unescaped(_ content: ByteView) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.count)
        var index = 0
        while index < content.count {
            guard content[index] == QuotedField.backslash, index + 1 < content.count else {
                bytes.append(content[index])
                index += 1
                continue
            }
            if let meant = shortEscape(content[index + 1]) {
                bytes.append(meant)
                index += 2
                continue
            }
            let (scalar, length) = scalar(content, at: index)
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            index += length
        }
        return bytes
    }

    /// The scalar that one `\uXXXX`, or two of them, write, and the length of what was read.
    private static func scalar(_ content: ByteView, at index: Int) -> (Unicode.Scalar, length: Int) {
        let unit = codeUnit(content, at: index) ?? 0xFFFD
        if UTF16.isLeadSurrogate(unit), let trail = codeUnit(content, at: index + 6), UTF16.isTrailSurrogate(trail) {
            return (UTF16.decode(UTF16.EncodedScalar([unit, trail])), 12)
        }
        return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6)
    }
}
