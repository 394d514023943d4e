import LogReading
import ViewCounting

/// A CSV file in the making: cells quoted as RFC 4180 says, and harmless in a spreadsheet.
///
/// Lines end in LF, not in the CRLF of RFC 4180: with CRLF the last column of every `awk`, `cut` and `grep` ends in a
/// CR, and all that read CSV (Excel too) read LF. No cell holds a line end, so a line is a record.
struct CSVTable {
    /// What is written, and behind it room for more: a cell is written at once, without asking for each byte where it goes.
    private var room: [UInt8] = []
    private var count = 0
    private let columnCount: Int
    private var cellsInRow = 0

    /// - Parameter byteOrderMark: Whether the file begins with U+FEFF, without which Excel does not read UTF-8.
    init(columns: [String], byteOrderMark: Bool) {
        columnCount = columns.count
        if byteOrderMark { append("\u{FEFF}") }
        for column in columns { add(column) }
        endRow()
    }

    /// What is written so far.
    var bytes: [UInt8] { Array(room[..<count]) }

    /// Hands over what is written so far, for a table that is larger than one likes to hold or to copy.
    mutating func takeBytes() -> [UInt8] {
        defer { (room, count) = ([], 0) }
        room.removeLast(room.count - count)
        return room
    }

    /// A cell of text from outside; nil is an empty cell.
    ///
    /// A spreadsheet takes a cell that begins with `= + - @`, TAB or CR for a formula: it gets a leading `'`.
    mutating func add(_ text: ByteString?) {
        beginCell()
        guard let text else { return }
        if appendPlain(text.bytes) { return }
        var shown = ShownText.of(text)
        if text.bytes.first.map(CSVTable.startsFormula) ?? false { shown = "'" + shown }
        guard shown.utf8.contains(where: CSVTable.needsQuotes) else { return append(shown) }
        append(CSVTable.quote)
        for byte in shown.utf8 {
            if byte == CSVTable.quote { append(CSVTable.quote) }
            append(byte)
        }
        append(CSVTable.quote)
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
        append(UInt8(ascii: "."))
        append(share % 1_000_000, digits: 6)
    }

    /// A cell of a day: `2026-03-02`; nil is an empty cell.
    mutating func add(_ day: CalendarDay?) {
        beginCell()
        guard let (year, month, day) = day?.date else { return }
        append(year, digits: 4)
        append(UInt8(ascii: "-"))
        append(month, digits: 2)
        append(UInt8(ascii: "-"))
        append(day, digits: 2)
    }

    /// A cell of text that is ours and needs no care.
    mutating func add(_ word: String) {
        beginCell()
        append(word)
    }

    mutating func endRow() {
        precondition(cellsInRow == columnCount, "a row has as many cells as the table has columns")
        append(UInt8(ascii: "\n"))
        cellsInRow = 0
    }

    private mutating func beginCell() {
        if cellsInRow > 0 { append(UInt8(ascii: ",")) }
        cellsInRow += 1
    }
}

// How bytes get into their place.
extension CSVTable {
    private mutating func makeRoom(for more: Int) {
        guard room.count - count < more else { return }
        room.append(contentsOf: repeatElement(0, count: max(more, room.count, CSVTable.leastRoom)))
    }

    private mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        room[count] = byte
        count += 1
    }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        makeRoom(for: text.count)
        room.withUnsafeMutableBufferPointer { room in
            _ = UnsafeMutableBufferPointer(rebasing: room[count...]).update(fromContentsOf: text)
        }
        count += text.count
    }

    /// Digit by digit: a table of a day is mostly numbers, and a text for each took half of its time.
    ///
    /// - Parameter digits: At least so many, with zeros before.
    private mutating func append(_ number: Int, digits: Int) {
        makeRoom(for: CSVTable.mostDigits + 1)
        if number < 0 { append(UInt8(ascii: "-")) }
        var length = 1
        var rest = number.magnitude / 10
        while rest > 0 || length < digits {
            length += 1
            rest /= 10
        }
        room.withUnsafeMutableBufferPointer { room in
            var rest = number.magnitude
            for place in stride(from: count + length - 1, through: count, by: -1) {
                room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
        count += length
    }

    /// Appends a text that is shown as it is, without quotes: all of it printable ASCII; false for any other.
    private mutating func appendPlain(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            guard CSVTable.isPlain(text) else { return false }
            append(text)
            return true
        }
    }

    /// All bytes are looked at, whatever the first ones are: so 16 of them are looked at together.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        var others: UInt8 = 0
        for byte in text {
            let isOutside: UInt8 = byte &- 0x20 > 0x7E - 0x20 ? 1 : 0
            let isQuoted: UInt8 = byte == UInt8(ascii: ",") || byte == quote ? 1 : 0
            others |= isOutside | isQuoted
        }
        return others == 0 && !startsFormula(first)
    }

    /// No number of 64 bits has more.
    private static let mostDigits = 20
    private static let leastRoom = 4096

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
