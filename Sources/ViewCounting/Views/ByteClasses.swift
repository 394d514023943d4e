import LogReading

/// The classes of bytes that RFC 3986 and the rules of counting speak of; ASCII only, whatever the locale.
extension UInt8 {
    static let slash = UInt8(ascii: "/")
    static let percent = UInt8(ascii: "%")
    static let questionMark = UInt8(ascii: "?")
    static let numberSign = UInt8(ascii: "#")
    static let dot = UInt8(ascii: ".")
    static let ampersand = UInt8(ascii: "&")
    static let equalsSign = UInt8(ascii: "=")
    static let hyphen = UInt8(ascii: "-")
    static let colon = UInt8(ascii: ":")

    /// The byte itself, or its small letter if it is one of A-Z.
    var asciiLowercased: UInt8 {
        self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
    }

    /// `unreserved` of RFC 3986, section 2.3: an escape of such a byte means the byte.
    var isUnreserved: Bool {
        isLetter || isDigit || self == .hyphen || self == .dot || self == UInt8(ascii: "_") || self == UInt8(ascii: "~")
    }

    /// What may follow the first letter of a scheme (RFC 3986, section 3.1).
    var isSchemeByte: Bool {
        isLetter || isDigit || self == UInt8(ascii: "+") || self == .hyphen || self == .dot
    }

    /// `pchar` of RFC 3986, section 3.3, without its escapes, and `/`: what a path may hold as it is.
    ///
    /// One `switch`, which the compiler makes one look-up in a set of bits.
    var isPathByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), .hyphen, .dot, UInt8(ascii: "_"), UInt8(ascii: "~"), .slash, .colon,
            UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"), .ampersand, UInt8(ascii: "'"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), .equalsSign:
            true
        default: false
        }
    }

    /// What a query may hold as it is: a path's bytes and `?` (RFC 3986, section 3.4).
    var isQueryByte: Bool { isPathByte || self == .questionMark }
}
