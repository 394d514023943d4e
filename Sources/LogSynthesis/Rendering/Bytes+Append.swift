/// What a log line is put together from.
extension [UInt8] {
    private static let upperDigits = Array("0123456789ABCDEF".utf8)
    private static let lowerDigits = Array("0123456789abcdef".utf8)

    mutating func append(text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    mutating func append(_ character: Unicode.Scalar) {
        append(UInt8(ascii: character))
    }

    /// Appends a number that is not negative, without leading zeros.
    mutating func append(decimal number: Int) {
        guard number >= 10 else { return append(UInt8(truncatingIfNeeded: 48 + number)) }
        append(decimal: number / 10)
        append(UInt8(truncatingIfNeeded: 48 + number % 10))
    }

    /// Appends a number from 0 to 99 as two digits.
    mutating func append(twoDigits number: Int) {
        append(UInt8(truncatingIfNeeded: 48 + number / 10))
        append(UInt8(truncatingIfNeeded: 48 + number % 10))
    }

    /// Appends a number in lower-case hexadecimal, without leading zeros.
    mutating func append(hexadecimal number: UInt32) {
        if number >= 16 { append(hexadecimal: number >> 4) }
        append(Self.lowerDigits[Int(number & 15)])
    }

    /// A path's segment of unreserved ASCII and of other scalars, these as upper-case escapes of their UTF-8 (RFC 3986).
    init(escaping segment: String) {
        self = []
        for byte in segment.utf8 {
            if byte < 0x80 { append(byte) } else { appendEscape(byte) }
        }
    }

    /// Appends a byte as a path's escape with upper-case digits: `%E3`.
    mutating func appendEscape(_ byte: UInt8) {
        append("%")
        appendDigits(byte)
    }

    /// Appends a byte as servers escape it in a quoted field: `\xE3`.
    mutating func appendLogEscape(_ byte: UInt8) {
        append(text: "\\x")
        appendDigits(byte)
    }

    private mutating func appendDigits(_ byte: UInt8) {
        append(Self.upperDigits[Int(byte >> 4)])
        append(Self.upperDigits[Int(byte & 15)])
    }
}
