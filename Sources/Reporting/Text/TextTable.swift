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
        let widths = columns.indices.map { column in lines.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return lines.map { cells in
            let padded = cells.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cells[column]))
                return columns[column].alignment == .right ? padding + cells[column] : cells[column] + padding
            }
            var line = padded.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
