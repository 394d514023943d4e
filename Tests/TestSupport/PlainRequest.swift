/// The request field and the escapes in quoted fields, by section 2 of the counting rules.
public enum PlainRequest {
    /// Two or three non-empty parts between single spaces.
    public static func read(_ field: [UInt8]) -> PlainLineParser.Request {
        let parts = field.split(separator: 0x20, omittingEmptySubsequences: false).map { Array($0) }
        guard parts.count == 2 || parts.count == 3, !parts.contains([]) else { return .bad }
        guard parts[0].allSatisfy(isMethodByte) else { return .bad }
        if parts.count == 3, !isProtocol(parts[2]) { return .bad }
        return parts[0] == [0x47, 0x45, 0x54] ? .get(parts[1]) : .otherMethod
    }

    /// A-Z a-z _ -
    private static func isMethodByte(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2D
    }

    /// HTTP/d or HTTP/d.d
    private static func isProtocol(_ part: [UInt8]) -> Bool {
        guard part.count == 6 || part.count == 8, Array(part[..<5]) == Array("HTTP/".utf8) else { return false }
        guard isDigit(part[5]) else { return false }
        return part.count == 6 || part[6] == 0x2E && isDigit(part[7])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30 <= byte && byte <= 0x39 }

    /// `\" \\ \n \r \t \v \b \f \xHH` become their byte, any other backslash stays.
    public static func withoutEscapes(_ content: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = content[...]
        while let byte = rest.popFirst() {
            guard byte == 0x5C, let next = rest.first else {
                result.append(byte)
                continue
            }
            if let meant = meaning(of: next) {
                result.append(meant)
                rest = rest.dropFirst()
            } else if next == 0x78, let meant = hexByte(rest.dropFirst().prefix(2)) {
                result.append(meant)
                rest = rest.dropFirst(3)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func meaning(of letter: UInt8) -> UInt8? {
        switch Character(UnicodeScalar(letter)) {
        case "\"": 0x22
        case "\\": 0x5C
        case "n": 0x0A
        case "r": 0x0D
        case "t": 0x09
        case "v": 0x0B
        case "b": 0x08
        case "f": 0x0C
        default: nil
        }
    }

    private static func hexByte(_ digits: ArraySlice<UInt8>) -> UInt8? {
        let text = digits.map { Character(UnicodeScalar($0)) }
        guard text.count == 2, text.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        return UInt8(String(text), radix: 16)
    }
}
