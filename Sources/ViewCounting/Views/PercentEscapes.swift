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
            } else if let decoded = escapedByte(at: index, in: bytes) {
                if decoded.isUnreserved { result.append(decoded) } else { appendEscape(of: decoded, to: &result) }
                index += escapeLength
            } else {
                appendEscape(of: .percent, to: &result)
                index += 1
            }
        }
        return result
    }

    /// Bytes of one escape: `%` and two digits.
    private static let escapeLength = 3

    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    private static func escapedByte(at index: Int, in bytes: [UInt8]) -> UInt8? {
        guard index + escapeLength <= bytes.count, let high = bytes[index + 1].hexValue,
            let low = bytes[index + 2].hexValue
        else { return nil }
        return high << 4 | low
    }

    private static func appendEscape(of byte: UInt8, to result: inout [UInt8]) {
        result.append(.percent)
        result.append(hexDigits[Int(byte >> 4)])
        result.append(hexDigits[Int(byte & 0x0F)])
    }
}
