/// A character of hostile text, and what stands for it where it is not to be seen itself.
struct ShownCharacter {
    /// Nil where it is never shown as itself: a byte that is not UTF-8, a delimiter that has to stay escaped.
    let scalar: Unicode.Scalar?
    let otherwise: String

    init(_ scalar: Unicode.Scalar?, otherwise: String) {
        self.scalar = scalar
        self.otherwise = otherwise
    }

    /// Whether a joiner before it has something to join.
    var joins: Bool { scalar.map { !$0.isASCII && $0.role == .seen } ?? false }

    /// `\x1b` for ASCII, `\u{202e}` for the rest.
    static func escape(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return scalar.isASCII ? "\\x" + (digits.count < 2 ? "0" : "") + digits : "\\u{\(digits)}"
    }
}

extension Unicode.Scalar {
    /// What a scalar does to the text around it.
    enum Role {
        case seen
        /// Controls, reorders, breaks the line or is not seen at all.
        case unseen
        /// U+200C and U+200D, which shape the letters on both sides.
        case joiner
        /// U+FE00 to U+FE0F, which choose the form of the character before.
        case selector
    }

    var role: Role {
        switch value {
        case 0x20...0x7E: return .seen
        case 0x200C, 0x200D: return .joiner
        case 0xFE00...0xFE0F: return .selector
        default: break
        }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return .unseen
        default:
            return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint ? .unseen : .seen
        }
    }
}
