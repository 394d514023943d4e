import Foundation

/// The way from a file's bytes to UTF-8.
///
/// A byte order mark decides, then the encoding that an XML declaration names, then UTF-8. The parser is given UTF-8
/// only: FoundationXML traps where a comment or a name is not valid UTF-8.
enum TextEncoding {
    struct Decoded {
        let bytes: [UInt8]
        let defect: TextDefect?
    }

    /// - Throws: A fatal problem for an encoding that is unknown, or that the bytes are not in.
    static func decoded(_ raw: [UInt8], of file: String) throws(CatalogueProblem) -> Decoded {
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return checked(Array(raw.dropFirst(3))) }
        if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
            return checked(blanked(try text(raw, in: .utf16, called: "UTF-16", of: file)))
        }
        if raw.starts(with: [0x3C, 0, 0x3F, 0]) {
            return checked(blanked(try text(raw, in: .utf16LittleEndian, called: "UTF-16", of: file)))
        }
        if raw.starts(with: [0, 0x3C, 0, 0x3F]) {
            return checked(blanked(try text(raw, in: .utf16BigEndian, called: "UTF-16", of: file)))
        }
        guard let place = declaredName(in: raw) else { return checked(raw) }
        let name = String(decoding: raw[place], as: UTF8.self)
        guard let encoding = Self.encodings[name.lowercased()] else {
            throw problem(file, "declares the encoding \(Quotation.shortened(name)), which is not read")
        }
        if encoding == .utf8 { return checked(raw) }
        return checked(blanked(try text(raw, in: encoding, called: name, of: file)))
    }

    private static let encodings: [String: String.Encoding] = [
        "utf-8": .utf8, "utf8": .utf8, "us-ascii": .ascii, "ascii": .ascii,
        "iso-8859-1": .isoLatin1, "latin1": .isoLatin1, "iso-8859-2": .isoLatin2,
        "windows-1252": .windowsCP1252, "windows-1250": .windowsCP1250, "windows-1251": .windowsCP1251,
        "shift_jis": .shiftJIS, "shift-jis": .shiftJIS, "sjis": .shiftJIS, "x-sjis": .shiftJIS,
        "windows-31j": .shiftJIS, "cp932": .shiftJIS, "euc-jp": .japaneseEUC, "iso-2022-jp": .iso2022JP,
    ]

    /// The place of the name in `<?xml ... encoding="name" ...?>`, which is ASCII in every encoding read here.
    static func declaredName(in bytes: [UInt8]) -> Range<Int>? {
        guard bytes.starts(with: "<?xml".utf8),
            let end = bytes.prefix(maximumDeclarationBytes).firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let word = Array("encoding".utf8)
        guard var place = (0..<max(0, end - word.count)).first(where: { bytes[$0...].starts(with: word) }) else {
            return nil
        }
        place += word.count
        while place < end, bytes[place].isXMLSpace || bytes[place] == UInt8(ascii: "=") { place += 1 }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let close = bytes[(place + 1)..<end].firstIndex(of: quote)
        else { return nil }
        return (place + 1)..<close
    }

    private static let maximumDeclarationBytes = 512

    private static func text(
        _ raw: [UInt8], in encoding: String.Encoding, called name: String, of file: String
    ) throws(CatalogueProblem) -> [UInt8] {
        guard let text = String(data: Data(raw), encoding: encoding) else {
            throw problem(file, "is not in the encoding \(name) that it declares")
        }
        let bytes = Array(text.utf8)
        return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// UTF-8 whose XML declaration names another encoding, with blanks in place of the name, so that columns stay.
    private static func blanked(_ bytes: [UInt8]) -> [UInt8] {
        guard let name = declaredName(in: bytes) else { return bytes }
        let word = Array("encoding".utf8)
        guard let start = bytes[..<name.lowerBound].indices.last(where: { bytes[$0...].starts(with: word) }) else {
            return bytes
        }
        var bytes = bytes
        for index in start...name.upperBound { bytes[index] = UInt8(ascii: " ") }
        return bytes
    }

    /// The bytes up to the first that is no UTF-8, or NUL.
    private static func checked(_ bytes: [UInt8]) -> Decoded {
        if let place = firstInvalid(bytes) {
            let defect = TextDefect(
                behind: bytes[..<place], phrase: "is not valid UTF-8",
                remedy: "write it in UTF-8, or let its XML declaration name its encoding")
            return Decoded(bytes: Array(bytes[..<place]), defect: defect)
        }
        if let place = bytes.firstIndex(of: 0) {
            let defect = TextDefect(
                behind: bytes[..<place], phrase: "holds a NUL byte, which no text does", remedy: "fetch it again")
            return Decoded(bytes: Array(bytes[..<place]), defect: defect)
        }
        return Decoded(bytes: bytes, defect: nil)
    }

    /// Where the first sequence begins that is no UTF-8; nil for valid UTF-8.
    private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        // Slow, and only where there is something wrong.
        var decoder = UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var place = 0
        while true {
            switch decoder.parseScalar(from: &rest) {
            case .valid(let scalar): place += scalar.count
            case .error, .emptyInput: return place
            }
        }
    }

    private static func problem(_ file: String, _ text: String) -> CatalogueProblem {
        CatalogueProblem(
            file: file, problem: "\(text); no headline was taken", remedy: "write it in UTF-8", isFatal: true)
    }
}
