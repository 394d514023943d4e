import LogReading

/// The text of a piece of HTML, as the titles of Atom may be: tags taken out, references decoded once.
enum HTMLText {
    static func text(of html: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(html.utf8.count)
        var rest = Array(html.utf8)[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "<"), let tag = tag(at: rest) {
                if breaks.contains(tag.name) { result.append(0x20) }
                rest = rest[tag.end...]
            } else if byte == UInt8(ascii: "&"), let reference = reference(at: rest) {
                result += reference.text
                rest = rest[reference.end...]
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What stands between tags of these is not one word.
    private static let breaks: Set<String> = ["br", "p", "div", "li", "h1", "h2", "h3", "wbr"]

    /// A tag or a comment: its name in small letters, and where it ends. A `<` that begins neither is text.
    private static func tag(at text: ArraySlice<UInt8>) -> (name: String, end: Int)? {
        var place = text.startIndex + 1
        if text.starts(with: "<!--".utf8) {
            let close = Array("-->".utf8)
            let end = text.indices.dropFirst(4).first { text[$0...].starts(with: close) }
            return ("", end.map { $0 + close.count } ?? text.endIndex)
        }
        if place < text.endIndex, text[place] == UInt8(ascii: "/") { place += 1 }
        guard place < text.endIndex, text[place].isLetter else { return nil }
        let name = text[place...].prefix { $0.isLetter || $0.isDigit }.map { $0 | 0x20 }
        var quote: UInt8?
        while place < text.endIndex {
            let byte = text[place]
            place += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return (String(decoding: name, as: UTF8.self), place)
            }
        }
        return nil
    }

    /// `&name;`, `&#123;` or `&#x7B;`; one that means nothing is text.
    private static func reference(at text: ArraySlice<UInt8>) -> (text: [UInt8], end: Int)? {
        let inside = text.dropFirst().prefix(maximumReferenceBytes)
        guard let semicolon = inside.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: inside[..<semicolon], as: UTF8.self)
        guard let scalar = name.hasPrefix("#") ? numbered(name.dropFirst()) : NamedReferences.scalars[name] else {
            return nil
        }
        return (Array(String(Character(scalar)).utf8), semicolon + 1)
    }

    /// The longest name known, or digits of the highest number.
    private static let maximumReferenceBytes = 12

    private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        let digits = isHex ? digits.dropFirst() : digits
        // `UInt32` takes a sign too.
        guard let first = digits.utf8.first, first != UInt8(ascii: "+"),
            let value = UInt32(digits, radix: isHex ? 16 : 10),
            value != 0
        else { return nil }
        return Unicode.Scalar(value)
    }
}
