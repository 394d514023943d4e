/// Aligned columns for a terminal: a line of titles, then a line for each row, without rules.
struct TextTable {
    enum Alignment {
        case left, right
    }

    let columns: [(title: String, alignment: Alignment)]
    /// Cells of one line each, as many as columns in each row.
    let rows: [[String]]

    /// A line end at the end of every line, no spaces before it.
    var text: String {
        let lines = [columns.map(\.title)] + rows
        let widths = columns.indices.map { column in lines.map { TextTable.width(of: $0[column]) }.max() ?? 0 }
        return lines.map { cells in
            let padded = cells.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - TextTable.width(of: cells[column]))
                return columns[column].alignment == .right ? padding + cells[column] : cells[column] + padding
            }
            var line = padded.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// How many places of a terminal a text takes: two for a wide character, one for every other.
    static func width(of text: String) -> Int {
        text.reduce(0) { $0 + ($1.unicodeScalars.contains(where: isWide) ? 2 : 1) }
    }

    /// The blocks of wide letters and of emoji, roughly as in Unicode's EastAsianWidth (UAX #11).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x1100: false
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
