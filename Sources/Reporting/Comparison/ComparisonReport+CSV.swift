import ArticleRanking
import LogReading
import ViewCounting

extension ComparisonReport {
    static let csvColumns =
        ["date", "previous_date"] + ComparedRows.csvColumns
        + ["state", "previous_state", "hours_without_lines", "previous_hours_without_lines", "same_hours"]

    /// A line for each article that is shown.
    var csv: [UInt8] {
        var table = CSVTable(columns: ComparisonReport.csvColumns, byteOrderMark: site.csvBOM)
        let shown = rows
        for row in shown.rows {
            table.add("\(now.period)")
            table.add("\(then.period)")
            shown.add(row, to: &table)
            // States may hold a comma.
            table.add(ByteString(now.states.text))
            table.add(ByteString(then.states.text))
            table.add(now.hoursWithoutLines.count)
            table.add(then.hoursWithoutLines.count)
            table.add(sameHours.map { $0.map(String.init).joined(separator: " ") } ?? "")
            table.endRow()
        }
        return table.bytes
    }
}
