/// What stands between quotes in a log line: `\` takes the next byte with it, and some such pairs are one byte.
public enum QuotedField {
    /// The place of the quote that closes a field whose content begins where the range does; nil where none does.
    ///
    /// - Complexity: One memchr where the field holds no escaped quote.
    @inline(__always)
    static func closingQuote(_ block: ByteView, _ range: Range<Int>) -> Int? {
        guard let quote = block.firstIndex(of: quote, range) else { return nil }
        // A quote is taken only by a backslash right before it.
        if quote == range.lowerBound || block[quote - 1] != backslash { return quote }
        return closingQuoteAmongEscapes(block, range)
    }

    @inline(never)
    private static func closingQuoteAmongEscapes(_ block: ByteView, _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            switch block[index] {
            case backslash: index += 2
            case quote: return index
            default: index += 1
            }
        }
        return nil
    }

    /// Whether an odd number of backslashes stands before a place of a field that begins at `start`.
    static func isEscaped(_ block: ByteView, _ index: Int, from start: Int) -> Bool {
        var backslashes = 0
        while index - backslashes > start, block[index - backslashes - 1] == backslash { backslashes += 1 }
        return backslashes % 2 == 1
    }

    /// The bytes that a field's content stands for: `\" \\ \n \r \t \v \b \f \xHH` are one byte each, any other
    /// backslash stays.
    public static func unescaped(_ content: ByteView) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.count)
        var index = 0
        while index < content.count {
            let byte = content[index]
            if byte == backslash, index + 1 < content.count {
                if let meant = singleEscapes[content[index + 1]] {
                    bytes.append(meant)
                    index += 2
                    continue
                }
                if content[index + 1] == UInt8(ascii: "x"), index + 3 < content.count,
                    let high = content[index + 2].hexValue, let low = content[index + 3].hexValue
                {
                    bytes.append(high << 4 | low)
                    index += 4
                    continue
                }
            }
            bytes.append(byte)
            index += 1
        }
        return bytes
    }

    private static let singleEscapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "v"): 0x0B, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    ]

    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
}
