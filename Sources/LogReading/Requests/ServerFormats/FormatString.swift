/// A server's format string: what its lines have literally, and what stands for values.
struct FormatString {
    /// What the server does with the bytes of a value that could be taken for the line's own.
    enum Escaping: Sendable {
        /// `\xHH`, `\"` and the like (`QuotedField`): Apache, and nginx where nothing else is said.
        case backslash
        /// As in a string of JSON.
        case json
        case none
    }

    enum Piece {
        case literal([UInt8])
        case value(Value)
    }

    struct Value {
        var meaning: Meaning
        /// As it stands in the string.
        var text: String
        /// Its place in the string, in bytes.
        var offset: Int
    }

    enum Meaning: Equatable {
        /// Of several values for a field the one of the lowest rank is read.
        case field(LogField, rank: Int)
        /// - Parameter isEnd: The time when the answer was sent, and not the one when the request came.
        case time(TimeForm, isEnd: Bool)
        case cookie(name: String)
        /// The whole Cookie header.
        case cookies
        /// `?` where a query follows, else nothing.
        case queryMark
        /// A query with its `?`.
        case markedQuery
        /// The size of the answer: digits, or `-`.
        case size
        /// Another number, perhaps with decimals, or `-`.
        case number
        /// Values of several servers, with `, ` and ` : ` between them.
        case list
        /// Who asked by a name that is not looked at.
        case user
        case referrer
        case skipped
    }

    var server: LogFormat
    var escaping: Escaping
    var pieces: [Piece]

    /// A byte of the string, and where it stands there.
    struct Character {
        var byte: UInt8
        var offset: Int
    }

    static func characters(of text: String) -> [Character] {
        text.utf8.enumerated().map { Character(byte: $0.element, offset: $0.offset) }
    }

    init(server: LogFormat, escaping: Escaping) {
        self.server = server
        self.escaping = escaping
        pieces = []
    }

    mutating func append(_ byte: UInt8) {
        if case .literal(let bytes) = pieces.last {
            pieces[pieces.count - 1] = .literal(bytes + [byte])
        } else {
            pieces.append(.literal([byte]))
        }
    }

    mutating func append(_ meaning: Meaning, text: some Sequence<Character>, at offset: Int) {
        let text = String(decoding: text.map(\.byte), as: UTF8.self)
        pieces.append(.value(Value(meaning: meaning, text: text, offset: offset)))
    }
}

extension [FormatString.Character] {
    func begins(with text: String, at index: Int = 0, ignoringCase: Bool = false) -> Bool {
        let word = Array<UInt8>(text.utf8)
        guard index >= 0, index + word.count <= count else { return false }
        return word.indices.allSatisfy {
            let byte = self[index + $0].byte
            return byte == word[$0] || ignoringCase && byte | 0x20 == word[$0] | 0x20
        }
    }
}

extension UInt8 {
    var isConfigurationSpace: Bool { self == space || self == UInt8(ascii: "\t") || self == lineFeed || self == 0x0D }
    var isNameByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}
