import LogReading

/// Cells of a CSV file: quoted as RFC 4180 says, and harmless in a spreadsheet.
enum CSVText {
    /// A cell of text from outside; nil is an empty cell.
    ///
    /// A spreadsheet takes a cell that begins with `= + - @`, TAB or CR for a formula: it gets a leading `'`.
    static func cell(_ text: ByteString?) -> String {
        guard let text else { return "" }
        let isFormula = text.bytes.first.map(startsFormula) ?? false
        return quoted((isFormula ? "'" : "") + ShownText.of(text))
    }

    /// A line of cells that are ready to be written.
    static func line(_ cells: [String]) -> String { cells.joined(separator: ",") + lineEnd }

    /// U+FEFF at the very beginning of a file: Excel reads it as UTF-8 then.
    static let byteOrderMark = "\u{FEFF}"
    /// LF, not the CRLF of RFC 4180: with CRLF the last column of every `awk`, `cut` and `grep` ends in a CR, and all
    /// that read CSV (Excel too) read LF. No cell holds a line end, so a line is a record.
    static let lineEnd = "\n"

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: needsQuotes) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

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
