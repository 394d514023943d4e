import LogReading
import ViewCounting

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
        if CSVTable.isPlain(text.bytes) { return bytes.append(contentsOf: text.bytes) }
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
        if let number { append(number, digits: 1) }
    }

    /// A cell of a share of something, with 6 decimals, as `Figures` tells it.
    mutating func add(share part: Int, of whole: Int) {
        beginCell()
        let share = Figures.millionths(part, of: whole)
        append(share / 1_000_000, digits: 1)
        bytes.append(UInt8(ascii: "."))
        append(share % 1_000_000, digits: 6)
    }

    /// A cell of a day: `2026-03-02`; nil is an empty cell.
    mutating func add(_ day: CalendarDay?) {
        beginCell()
        guard let (year, month, day) = day?.date else { return }
        append(year, digits: 4)
        bytes.append(UInt8(ascii: "-"))
        append(month, digits: 2)
        bytes.append(UInt8(ascii: "-"))
        append(day, digits: 2)
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

    /// Digit by digit: a table of a day is mostly numbers, and a text for each took half of its time.
    ///
    /// - Parameter digits: At least so many, with zeros before.
    private mutating func append(_ number: Int, digits: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CSVTable.mostDigits + 1) { text in
            var rest = number.magnitude
            var start = text.count
            while rest > 0 || text.count - start < digits {
                start -= 1
                text.initializeElement(at: start, to: UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
            }
            if number < 0 {
                start -= 1
                text.initializeElement(at: start, to: UInt8(ascii: "-"))
            }
            bytes.append(contentsOf: text[start...])
        }
    }

    /// No number of 64 bits has more.
    private static let mostDigits = 20

    /// Whether a text is shown as it is, without quotes: all of it printable ASCII.
    private static func isPlain(_ text: [UInt8]) -> Bool {
        guard !(text.first.map(startsFormula) ?? false) else { return false }
        return text.allSatisfy { (0x20...0x7E).contains($0) && !needsQuotes($0) }
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
