import LogReading

/// One spelling for the many that percent-escaping allows (RFC 3986, section 6.2.2).
///
/// An escape of an unreserved byte becomes the byte, other escapes get upper-case digits, a `%` without two hexadecimal
/// digits becomes `%25`, and a byte that may not stand where it stands is escaped. Nothing is decoded twice, so the
/// result is a fixed point: `normalized(normalized(x)) == normalized(x)`.
enum PercentEscapes {
    /// The path, or text of a pattern, in its one spelling.
    static func normalized(path: [UInt8]) -> [UInt8] {
        normalized(path, allows: { $0.isPathByte })
    }

    /// A value of the query in its one spelling; as for a path, and `?` may stand.
    static func normalized(queryValue: [UInt8]) -> [UInt8] {
        normalized(queryValue, allows: { $0.isQueryByte })
    }

    private static func normalized(_ bytes: [UInt8], allows: (UInt8) -> Bool) -> [UInt8] {
        guard !bytes.allSatisfy(allows) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 2)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte != .percent {
                if allows(byte) { result.append(byte) } else { appendEscape(of: byte, to: &result) }
                index += 1
            } else if let decoded = bytes.withByteView({ escapedByte(at: index, in: $0) }) {
                if decoded.isUnreserved { result.append(decoded) } else { appendEscape(of: decoded, to: &result) }
                index += length
            } else {
                appendEscape(of: .percent, to: &result)
                index += 1
            }
        }
        return result
    }

    /// Bytes of one escape: `%` and two digits.
    static let length = 3

    /// The byte for which the escape stands that begins with the `%` at `index`; nil if that begins none.
    static func escapedByte(at index: Int, in bytes: ByteView) -> UInt8? {
        guard index + length <= bytes.count, let high = bytes[index + 1].hexValue,
            let low = bytes[index + 2].hexValue
        else { return nil }
        return high << 4 | low
    }

    private static func appendEscape(of byte: UInt8, to result: inout [UInt8]) {
        result.append(.percent)
        result.append(hexDigit(byte >> 4))
        result.append(hexDigit(byte & 0x0F))
    }

    /// The digit that an escape writes for a value below 16.
    static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
