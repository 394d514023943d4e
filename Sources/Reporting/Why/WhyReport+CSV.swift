import LogReading
import ViewCounting

extension WhyReport {
    /// One row for each source, outcome and rule; of a closed day, what is left: its views, and all other raw clicks
    /// together.
    var csv: [UInt8] {
        var table = CSVTable(
            columns: ["date", "article", "source", "outcome", "rule", "lines", "path"], byteOrderMark: csvBOM)
        func add(_ source: String?, _ outcome: String, _ rule: ByteString, _ lines: Int) {
            table.add("\(day)")
            table.add(key)
            table.add(source.map { ByteString($0) })
            table.add(outcome)
            table.add(rule.bytes.isEmpty ? nil : rule)
            table.add(lines)
            table.add(path)
            table.endRow()
        }
        for source in sources {
            for lines in WhyReport.summed(source.lines) {
                add(source.name, lines.outcome.name, lines.rule, lines.lines)
            }
        }
        if case .closed = detail, let article = ranked?.article {
            add(nil, Outcome.view.name, "", article.views)
            add(nil, "\(Outcome.robot.name) or \(Outcome.doubleClick.name)", "", article.rawClicks - article.views)
        }
        return table.bytes
    }
}
