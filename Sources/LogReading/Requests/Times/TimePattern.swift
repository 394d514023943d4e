/// A pattern of strftime, as far as servers write times by it: `%d/%b/%Y:%H:%M:%S %z`.
///
/// Names are English, as servers write them; numbers have the digits that strftime gives them.
public struct TimePattern: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case literal(UInt8)
        case number(Part, digits: Int, isPadded: Bool)
        case monthName(isFull: Bool)
        /// `AM`, `PM`, in any case.
        case halfDay
        case offset
        case epoch
        /// `UTC`, `GMT` and `Z` say the offset; other names say nothing.
        case zoneName
        /// Names and numbers that say nothing new.
        case letters
        case digits
    }

    enum Part: Hashable, Sendable {
        case year, yearOfCentury, month, day, hour, hourOfTwelve, minute, second
    }

    let pieces: [Piece]

    /// A pattern that has a conversion which is not known: its letter, and the place of its `%` in bytes.
    public struct UnknownConversion: Error {
        public let letter: String
        public let offset: Int
    }

    public init(_ text: String) throws(UnknownConversion) {
        var pieces: [Piece] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%") else {
                pieces.append(.literal(bytes[index]))
                index += 1
                continue
            }
            var letter = index + 1
            // `%-d`, `%Ey`: how to write it. What is written is read all the same.
            while letter < bytes.count, "-_0EO".utf8.contains(bytes[letter]) { letter += 1 }
            guard letter < bytes.count, let meant = TimePattern.pieces(of: bytes[letter]) else {
                throw UnknownConversion(
                    letter: String(decoding: bytes[index...].prefix(letter - index + 1), as: UTF8.self), offset: index)
            }
            pieces += meant
            index = letter + 1
        }
        self.pieces = pieces
    }

    private static func pieces(of letter: UInt8) -> [Piece]? {
        switch letter {
        case UInt8(ascii: "%"): [.literal(letter)]
        case UInt8(ascii: "n"): [.literal(lineFeed)]
        case UInt8(ascii: "t"): [.literal(UInt8(ascii: "\t"))]
        case UInt8(ascii: "Y"): [.number(.year, digits: 4, isPadded: false)]
        case UInt8(ascii: "y"): [.number(.yearOfCentury, digits: 2, isPadded: false)]
        case UInt8(ascii: "m"): [.number(.month, digits: 2, isPadded: false)]
        case UInt8(ascii: "d"): [.number(.day, digits: 2, isPadded: false)]
        case UInt8(ascii: "e"): [.number(.day, digits: 2, isPadded: true)]
        case UInt8(ascii: "H"): [.number(.hour, digits: 2, isPadded: false)]
        case UInt8(ascii: "k"): [.number(.hour, digits: 2, isPadded: true)]
        case UInt8(ascii: "I"): [.number(.hourOfTwelve, digits: 2, isPadded: false)]
        case UInt8(ascii: "l"): [.number(.hourOfTwelve, digits: 2, isPadded: true)]
        case UInt8(ascii: "M"): [.number(.minute, digits: 2, isPadded: false)]
        case UInt8(ascii: "S"): [.number(.second, digits: 2, isPadded: false)]
        case UInt8(ascii: "b"), UInt8(ascii: "h"): [.monthName(isFull: false)]
        case UInt8(ascii: "B"): [.monthName(isFull: true)]
        case UInt8(ascii: "p"), UInt8(ascii: "P"): [.halfDay]
        case UInt8(ascii: "z"): [.offset]
        case UInt8(ascii: "Z"): [.zoneName]
        case UInt8(ascii: "s"): [.epoch]
        case UInt8(ascii: "a"), UInt8(ascii: "A"): [.letters]
        case UInt8(ascii: "j"), UInt8(ascii: "u"), UInt8(ascii: "w"), UInt8(ascii: "U"), UInt8(ascii: "W"),
            UInt8(ascii: "V"), UInt8(ascii: "G"), UInt8(ascii: "g"), UInt8(ascii: "C"):
            [.digits]
        default: abbreviations[letter]
        }
    }

    /// Conversions that stand for several others.
    private static let abbreviations: [UInt8: [Piece]] = [
        UInt8(ascii: "T"): "%H:%M:%S", UInt8(ascii: "X"): "%H:%M:%S", UInt8(ascii: "R"): "%H:%M",
        UInt8(ascii: "F"): "%Y-%m-%d", UInt8(ascii: "D"): "%m/%d/%y", UInt8(ascii: "x"): "%m/%d/%y",
        UInt8(ascii: "r"): "%I:%M:%S %p", UInt8(ascii: "c"): "%a %b %e %H:%M:%S %Y",
        UInt8(ascii: "+"): "%a %b %e %H:%M:%S %Z %Y",
    ].compactMapValues { try? TimePattern($0).pieces }
}

extension TimePattern {
    /// Digits that say nothing.
    static let anyDigits = TimePattern(pieces: [.digits])

    private init(pieces: [Piece]) {
        self.pieces = pieces
    }
}
