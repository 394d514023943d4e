import LogReading
import ViewCounting

extension DayReport {
    /// "What was counted": every outcome with its lines, and their sum.
    var accounting: String {
        let lines = counts.accounting
        let outcomes = Outcome.allCases.map { outcome in
            [outcome.belongsToDay ? Figures.grouped(lines[outcome]) : "–", outcome.name, outcome.explanation]
        }
        let sum = ["**\(Figures.grouped(lines.lines))**", "**sum**", "all lines of this day"]
        let table = MarkdownTable(
            columns: [("Lines", .right), ("Outcome", .left), ("What it means", .left)], rows: outcomes + [sum])
        return """
            ## What was counted

            Every line of the logs has exactly one outcome: the first of these that applies.

            \(table.text)
            – Such lines bear no time to be trusted and so belong to no day; the summary of the run counts them.

            """
    }

    /// When the lines were logged, in which formats, and which lists told the robots.
    var facts: String {
        let formats = counts.coverage.formats.map { form in
            "\(MarkdownText.escaping(ShownText.of(form.format))) (\(Figures.count(form.lines, "line", "lines")))"
        }
        let robots = robots.map { MarkdownText.escaping(ShownText.of("\($0.name) \($0.version)")) }
        let clock = DayClock(day: day, calendar: calendar)
        let coverage = counts.coverage
        let items =
            ["Lines from \(clock.text(coverage.firstLine)) to \(clock.text(coverage.lastLine))"]
            + (clock.change.map { [$0] } ?? [])
            + [
                "Hours without any line: \(listed(clock.ranges(of: coverage.hoursWithoutLines)))",
                "Log formats: \(listed(formats))",
                "Robot lists: \(listed(robots))",
            ]
        return items.map { "- \($0)\n" }.joined()
    }

    private func listed(_ items: [String]) -> String { items.isEmpty ? "none" : items.joined(separator: ", ") }
}
