import ArticleRanking
import LogReading
import ViewCounting

extension MoversReport {
    var markdown: String {
        let lists = lists.map { list in
            let table = list.rows.rows.isEmpty ? "None.\n" : list.rows.table
            return "## \(list.heading)\n\n\(table)\n"
        }.joined()
        let unknown = "The day before is not known in full, so nothing is said of movement.\n"
        return """
            \(MarkdownText.title("movers of \(WrittenDay.of(day.day))", of: day.site))

            \(scope.heading): \(Figures.count(scope.now.views, "view", "views"))\(viewsBefore), by the clock of \
            \(MarkdownText.escaping(ShownText.of(day.calendar.zoneName))).

            \(states)

            \(movers == nil ? unknown : lists + legend)
            """
    }

    private var states: String {
        ([day.stateSentences] + (before?.states.sentences.map { "The day before: \($0)" } ?? [])).joined(
            separator: "\n\n")
    }

    private var viewsBefore: String {
        movers == nil ? "" : ", \(Figures.grouped(scope.then.views)) on the day before"
    }

    private var legend: String {
        """
        "Was" and "then" are the day before. \(ComparedRows.legend)
        Places are told of articles that are or were among the first \(Figures.grouped(Movers.ranks)).

        """
    }

    static let csvColumns = ["date", "list"] + ComparedRows.csvColumns + ["state", "previous_state"]

    /// A line for each article of each list.
    var csv: [UInt8] {
        var table = CSVTable(columns: MoversReport.csvColumns, byteOrderMark: day.csvBOM)
        for list in lists {
            for row in list.rows.rows {
                table.add("\(day.day)")
                table.add(list.name)
                list.rows.add(row, to: &table)
                // States may hold a comma.
                table.add(ByteString(day.counts.coverage.stateText))
                table.add(ByteString(before?.states.text ?? ""))
                table.endRow()
            }
        }
        return table.bytes
    }

    /// The lists are null where the day before is not known.
    var json: String {
        JSONText.members(
            [
                ("schema", .integer(DayReport.jsonSchema)),
                ("site", .shown(day.site)),
                ("day", .text("\(day.day)")),
                ("timezone", .shown(day.calendar.zoneName)),
                ("state", .text(day.counts.coverage.stateText)),
                ("previous_state", before.map { .text($0.states.text) } ?? .null),
                ("section", scope.section.map { .text(ShownText.of($0.name)) } ?? .null),
                ("total_views", .integer(scope.now.views)),
                ("previous_total_views", .optional(movers == nil ? nil : scope.then.views)),
            ]
                + lists.map { ($0.name, movers == nil ? .null : $0.rows.items) }
        ).document
    }
}
