/// The records of a CSV text (RFC 4180), one at a time.
///
/// Lines end with LF, CRLF or CR; quoted fields may hold any of them, and `""` for a quote. A quote inside a field that does
/// not begin with one is text.
struct CSVRecords {
    struct Record {
        var fields: [String]
        /// Where it begins, counted from 1.
        let line: Int
    }

    /// Why the records end before the text does.
    struct Defect: Error {
        let line: Int
        /// In characters, counted from 1.
        let column: Int
        let phrase: String
    }

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    private var lineStart = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether all of the text was taken.
    var isAtEnd: Bool { place >= bytes.count }

    /// The next record that is not an empty line; nil behind the last.
    ///
    /// - Throws: Where a quoted field does not end, or something but a comma or a line's end follows it. There is no next
    ///   record then.
    mutating func next() throws(Defect) -> Record? {
        while place < bytes.count {
            let record = try readRecord()
            if record.fields != [""] { return record }
        }
        return nil
    }

    private mutating func readRecord() throws(Defect) -> Record {
        var record = Record(fields: [], line: line)
        while true {
            record.fields.append(try readField())
            guard place < bytes.count else { return record }
            if bytes[place] == UInt8(ascii: ",") {
                place += 1
            } else {
                takeLineEnd()
                return record
            }
        }
    }

    /// Leaves the place at a comma, a line's end or the end.
    private mutating func readField() throws(Defect) -> String {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
            let start = place
            while place < bytes.count, !Self.isEnd(bytes[place]) { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }
        return try readQuotedField()
    }

    private mutating func readQuotedField() throws(Defect) -> String {
        let opening = defect("a quote that is opened and not closed")
        var field: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            if byte != UInt8(ascii: "\"") {
                field.append(byte)
                if byte == 0x0A || byte == 0x0D {
                    takeLineEnd(into: &field)
                } else {
                    place += 1
                }
            } else if place + 1 < bytes.count, bytes[place + 1] == byte {
                field.append(byte)
                place += 2
            } else {
                place += 1
                guard place == bytes.count || Self.isEnd(bytes[place]) else {
                    throw defect("text behind a closing quote")
                }
                return String(decoding: field, as: UTF8.self)
            }
        }
        throw opening
    }

    /// Takes a line's end in a quoted field, of which the first byte is already in the field.
    private mutating func takeLineEnd(into field: inout [UInt8]) {
        let start = place
        takeLineEnd()
        if place - start == 2 { field.append(0x0A) }
    }

    private mutating func takeLineEnd() {
        let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
        place += isPair ? 2 : 1
        line += 1
        lineStart = place
    }

    private static func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D }

    private func defect(_ phrase: String) -> Defect {
        let column = bytes[lineStart..<place].count { $0 & 0xC0 != 0x80 } + 1
        return Defect(line: line, column: column, phrase: phrase)
    }
}
