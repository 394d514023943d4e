/// A table that can be read raw as well as rendered: every column but the last is padded to its widest cell.
///
/// The last column takes what varies most in length, and is left ragged.
struct MarkdownTable {
    enum Alignment {
        case left, right
    }

    typealias Column = (title: String, alignment: Alignment)

    let columns: [Column]
    /// Cells of ready Markdown, as many as columns in each row.
    let rows: [[String]]

    var text: String {
        let header = columns.map(\.title)
        let widths = columns.indices.map { column in
            column == columns.count - 1
                ? header[column].count : ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            let padded = cells.indices.map { column in
                let padding = String(repeating: " ", count: max(0, widths[column] - cells[column].count))
                return columns[column].alignment == .right ? padding + cells[column] : cells[column] + padding
            }
            return "| " + padded.joined(separator: " | ") + " |\n"
        }
        let rule = columns.indices.map { column in
            let dashes = String(repeating: "-", count: widths[column] + 1)
            return columns[column].alignment == .right ? dashes + ":" : "-" + dashes
        }
        return line(header) + "|" + rule.joined(separator: "|") + "|\n" + rows.map(line).joined()
    }
}
