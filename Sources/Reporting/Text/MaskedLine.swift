public import LogReading

/// What is shown of a log's line: addresses cut to /24 and /48, queries and other values cut off.
///
/// It looks for what can be an address or a query wherever it stands, since nothing is known of the line. So it rather
/// cuts too much: `Chrome/120.0.0.7` loses its last number, and so does a name such as `203-0-113-7.example`.
public enum MaskedLine {
    /// - Parameter isCut: The line goes on: what stands at its end may be a part of an address, and goes too.
    public static func of(_ line: ByteString, isCut: Bool = false) -> String {
        var bytes = line.bytes
        if isCut {
            while let last = bytes.last, isPartOfAddress(last) { bytes.removeLast() }
        }
        return ShownText.of(ByteString(maskingAddresses(cuttingQueries(bytes)))) + (isCut ? ellipsis : "")
    }

    /// The same of a field alone, its quotes gone and its escapes undone: a query ends where the field does.
    public static func ofField(_ field: ByteString) -> String {
        let bytes = field.bytes
        let mark = bytes.firstIndex { marks.contains($0) }.map { $0 + 1 } ?? bytes.count
        let rest = afterQuery(bytes, mark..<bytes.count)
        let cut = rest > mark ? Array(ellipsis.utf8) : []
        return ShownText.of(ByteString(maskingAddresses(bytes[..<mark] + cut + bytes[rest...])))
    }

    private static let ellipsis = "..."
    /// What stands before a query, or before a parameter's value.
    private static let marks: [UInt8] = [UInt8(ascii: "?"), UInt8(ascii: "=")]
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    /// A mark takes with it what follows in its word, or within the quotes in which it stands.
    private static func cuttingQueries(_ bytes: [UInt8]) -> [UInt8] {
        var shown: [UInt8] = []
        var isQuoted = false
        var index = 0
        while index < bytes.count {
            let isEscape = bytes[index] == backslash && index + 1 < bytes.count
            if bytes[index] == quote { isQuoted.toggle() }
            shown += bytes[index...(isEscape ? index + 1 : index)]
            index += isEscape ? 2 : 1
            guard !isEscape, marks.contains(bytes[index - 1]) else { continue }
            let end = endOfQuery(bytes, from: index, isQuoted: isQuoted)
            if end > index { shown += ellipsis.utf8 }
            index = end
        }
        return shown
    }

    private static func endOfQuery(_ bytes: [UInt8], from start: Int, isQuoted: Bool) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != quote, isQuoted || bytes[end] > UInt8(ascii: " ") {
            end += bytes[end] == backslash ? 2 : 1
        }
        end = min(end, bytes.count)
        return isQuoted ? afterQuery(bytes, start..<end) : end
    }

    /// Where ` HTTP/1.1` begins, if the range ends with it; else its end.
    private static func afterQuery(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        let start = range.upperBound - protocolBytes
        guard start >= range.lowerBound, bytes[start...].starts(with: " HTTP/".utf8) else { return range.upperBound }
        return start
    }

    private static let protocolBytes = " HTTP/1.1".utf8.count

    private static func maskingAddresses(_ bytes: [UInt8]) -> [UInt8] {
        var shown: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let before = index > 0 ? bytes[index - 1] : UInt8(ascii: " ")
            if let found = v6(bytes, at: index, behind: before) ?? v4(bytes, at: index, behind: before) {
                shown += found.masked
                index = found.end
            } else {
                shown.append(bytes[index])
                index += 1
            }
        }
        return shown
    }

    /// Four numbers up to 255, with dots or hyphens between them; leading zeros too, which some proxies write.
    private static func v4(_ bytes: [UInt8], at start: Int, behind before: UInt8) -> (masked: [UInt8], end: Int)? {
        guard !before.isDigit, start < bytes.count, bytes[start].isDigit else { return nil }
        var index = start
        var joint: UInt8?
        for part in 0..<4 {
            let digits = bytes[index...].prefix(while: \.isDigit)
            guard (1...3).contains(digits.count), digits.reduce(0, { $0 * 10 + Int($1 - UInt8(ascii: "0")) }) < 256
            else { return nil }
            if part == 3 { return (Array(bytes[start..<index]) + [UInt8(ascii: "0")], digits.endIndex) }
            index = digits.endIndex
            guard index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: "-"),
                joint == nil || joint == bytes[index]
            else { return nil }
            joint = bytes[index]
            index += 1
        }
        return nil
    }

    /// An address with colons, perhaps with a port behind it.
    private static func v6(_ bytes: [UInt8], at start: Int, behind before: UInt8) -> (masked: [UInt8], end: Int)? {
        guard !before.isDigit, !before.isLetter, before != UInt8(ascii: ":"),
            bytes[start].hexValue != nil || bytes[start] == UInt8(ascii: ":")
        else { return nil }
        let run = bytes[start...].prefix(longestAddress).prefix {
            $0.hexValue != nil || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        }
        guard run.count(where: { $0 == UInt8(ascii: ":") }) > 1 else { return nil }
        // The longest part that is one: a port or a full stop may follow.
        var end = run.endIndex
        while end > start {
            let followed = end < bytes.count && (bytes[end].isDigit || bytes[end].isLetter)
            if !followed, let address = IPAddress(Array(bytes[start..<end])), address.family == .v6 {
                return (Array(MaskedAddress.text(of: address).utf8), end)
            }
            end -= 1
        }
        return nil
    }

    private static let longestAddress = 45

    private static func isPartOfAddress(_ byte: UInt8) -> Bool {
        byte.hexValue != nil || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
    }
}
