/// What stands before the outermost element of an XML file.
enum Prolog {
    /// Where the declarations of a document type begin (`<!DOCTYPE x [`); nil for a file without any.
    ///
    /// Entities that a file declares can name other files, and can grow a small file to any size. No feed needs them, so
    /// such a file is not read; a document type that only names itself or a DTD, as in RSS 0.91, does no harm.
    static func declarations(in bytes: [UInt8]) -> Int? {
        var rest = bytes[...]
        while true {
            rest = rest.drop { $0.isXMLSpace }
            if rest.starts(with: "<!--".utf8) {
                rest = behind("-->", in: rest.dropFirst(4))
            } else if rest.starts(with: "<?".utf8) {
                rest = behind("?>", in: rest.dropFirst(2))
            } else if rest.starts(with: "<!DOCTYPE".utf8) {
                return openingBracket(in: rest)
            } else {
                return nil
            }
        }
    }

    /// The `[` outside of quotes and before the `>`.
    private static func openingBracket(in doctype: ArraySlice<UInt8>) -> Int? {
        var quote: UInt8?
        for (index, byte) in zip(doctype.indices, doctype) {
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                return index
            } else if byte == UInt8(ascii: ">") {
                return nil
            }
        }
        return nil
    }

    private static func behind(_ end: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = Array(end.utf8)
        guard let first = end.first else { return bytes }
        var rest = bytes
        while let place = rest.firstIndex(of: first) {
            rest = rest[place...]
            if rest.starts(with: end) { return rest.dropFirst(end.count) }
            rest = rest.dropFirst()
        }
        return []
    }
}
