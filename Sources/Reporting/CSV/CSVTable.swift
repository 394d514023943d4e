import LogReading

/// A CSV file in the making: cells quoted as RFC 4180 says, and harmless in a spreadsheet.
///
/// Lines end in LF, not in the CRLF of RFC 4180: with CRLF the last column of every `awk`, `cut` and `grep` ends in a
/// CR, and all that read CSV (Excel too) read LF. No cell holds a line end, so a line is a record.
struct CSVTable {
    private(set) var bytes: [UInt8] = []
    private let columnCount: Int
    private var cellsInRow = 0

    /// - Parameter byteOrderMark: Whether the file begins with U+FEFF, without which Excel does not read UTF-8.
    init(columns: [String], byteOrderMark: Bool) {
        columnCount = columns.count
        if byteOrderMark { bytes += Array("\u{FEFF}".utf8) }
        for column in columns { add(column) }
        endRow()
    }

    /// A cell of text from outside; nil is an empty cell.
    ///
    /// A spreadsheet takes a cell that begins with `= + - @`, TAB or CR for a formula: it gets a leading `'`.
    mutating func add(_ text: ByteString?) {
        beginCell()
        guard let text else { return }
        var shown = ShownText.of(text)
        if text.bytes.first.map(CSVTable.startsFormula) ?? false { shown = "'" + shown }
        guard shown.utf8.contains(where: CSVTable.needsQuotes) else { return bytes.append(contentsOf: shown.utf8) }
        bytes.append(CSVTable.quote)
        for byte in shown.utf8 {
            if byte == CSVTable.quote { bytes.append(CSVTable.quote) }
            bytes.append(byte)
        }
        bytes.append(CSVTable.quote)
    }

    /// A cell of a number; nil is an empty cell.
    mutating func add(_ number: Int?) {
        beginCell()
        if let number { bytes.append(contentsOf: String(number).utf8) }
    }

    /// A cell of text that is ours and needs no care.
    mutating func add(_ word: String) {
        beginCell()
        bytes.append(contentsOf: word.utf8)
    }

    /// Hands over what is written so far, for a table that is larger than one likes to hold.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    mutating func endRow() {
        precondition(cellsInRow == columnCount, "a row has as many cells as the table has columns")
        bytes.append(UInt8(ascii: "\n"))
        cellsInRow = 0
    }

    private mutating func beginCell() {
        if cellsInRow > 0 { bytes.append(UInt8(ascii: ",")) }
        cellsInRow += 1
    }

    private static let quote = UInt8(ascii: "\"")

    private static func startsFormula(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "=", "+", "-", "@", "\t", "\r": true
        default: false
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case ",", "\"", "\r", "\n": true
        default: false
        }
    }
}
