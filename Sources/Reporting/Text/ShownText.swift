public import LogReading

/// What is shown of text from outside: valid UTF-8 in which nothing hides, reorders or controls.
///
/// Bytes that are not UTF-8 become `%FF`; control characters `\x1b`; bidirectional controls, zero-width characters,
/// line separators and everything else that is not seen `\u{202e}`. A joiner (U+200C, U+200D) stays between two
/// letters that are not ASCII, a variation selector behind one: Persian words and emoji need them. This is for
/// showing: it is not promised that the text can be had back from it.
///
/// CSV, Markdown and JSON take their text from here and add only what their own syntax needs.
public enum ShownText {
    public static func of(_ text: ByteString) -> String {
        if text.bytes.allSatisfy(isPlainASCII) { return text.text }
        return shown(characters(of: text.bytes))
    }

    public static func of(_ text: String) -> String { of(ByteString(text)) }

    /// A path for people: percent-escapes of characters that can be shown are decoded.
    ///
    /// An escape stays where decoding would make another path of it (`%2F`, `%3F`, `%23`, `%25`), where it is not
    /// UTF-8, and where its character would have to be escaped again.
    public static func decoding(_ path: ByteString) -> String {
        guard path.bytes.contains(UInt8(ascii: "%")) else { return of(path) }
        var characters: [ShownCharacter] = []
        var plain: [UInt8] = []
        var escaped: [UInt8] = []
        var index = 0
        while index < path.bytes.count {
            if let byte = percentEscape(in: path.bytes, at: index) {
                characters += self.characters(of: plain)
                plain = []
                escaped.append(byte)
                index += escapeLength
            } else {
                characters += decodedCharacters(of: escaped)
                escaped = []
                plain.append(path.bytes[index])
                index += 1
            }
        }
        characters += self.characters(of: plain)
        characters += decodedCharacters(of: escaped)
        return shown(characters)
    }

    /// A path in ASCII: every byte that is none becomes an escape, as browsers send it.
    public static func asPath(_ path: ByteString) -> String {
        path.bytes.map { isPlainASCII($0) ? String(Unicode.Scalar($0)) : percentEscape(of: $0) }.joined()
    }

    /// The byte that `%41` at an index stands for; nil where no escape is there.
    static func percentEscape(in bytes: [UInt8], at index: Int) -> UInt8? {
        guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
            let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
            let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
        else { return nil }
        return UInt8(high * 16 + low)
    }

    static func percentEscape(of byte: UInt8) -> String {
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    static let escapeLength = 3

    private static func isPlainASCII(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

    private static func characters(of bytes: [UInt8]) -> [ShownCharacter] {
        UTF8Pieces(bytes).map { piece in
            switch piece {
            case .scalar(let scalar): ShownCharacter(scalar, otherwise: ShownCharacter.escape(of: scalar))
            case .invalid(let byte): ShownCharacter(nil, otherwise: percentEscape(of: byte))
            }
        }
    }

    /// The characters of bytes that stood as percent-escapes; what is not shown stays the escape that it was.
    private static func decodedCharacters(of bytes: [UInt8]) -> [ShownCharacter] {
        UTF8Pieces(bytes).map { piece in
            switch piece {
            case .scalar(let scalar):
                ShownCharacter(
                    pathDelimiters.contains(scalar) ? nil : scalar,
                    otherwise: UTF8.encode(scalar)?.map(percentEscape(of:)).joined() ?? "")
            case .invalid(let byte): ShownCharacter(nil, otherwise: percentEscape(of: byte))
            }
        }
    }

    private static let pathDelimiters: Set<Unicode.Scalar> = ["/", "?", "#", "%"]

    private static func shown(_ characters: [ShownCharacter]) -> String {
        var text = String.UnicodeScalarView()
        var joinsOn = false
        for (index, character) in characters.enumerated() {
            if let scalar = character.scalar {
                let next = index + 1 < characters.count ? characters[index + 1] : nil
                let isSeen =
                    switch scalar.role {
                    case .seen: true
                    case .unseen: false
                    case .selector: joinsOn
                    case .joiner: joinsOn && next?.joins == true
                    }
                if isSeen {
                    text.append(scalar)
                    joinsOn = !scalar.isASCII
                    continue
                }
            }
            text.append(contentsOf: character.otherwise.unicodeScalars)
            joinsOn = false
        }
        return String(text)
    }
}
