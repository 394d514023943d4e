import LogReading
import ViewCounting

extension CheckReport {
    var markdown: String {
        let title = MarkdownText.title("check of \(Figures.count(logs.count, "log", "logs"))", of: site)
        return [title + "\n\n" + summary, formats, outcomes, explanations, robotNames, paths, times]
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var summary: String {
        let views = Figures.count(accounting[.view], "view", "views")
        return
            "\(Figures.count(accounting.lines, "line", "lines")), of which \(views); times by the clock of "
            + "\(CheckReport.escaped(calendar.zoneName)). Nothing was written.\n"
    }

    static func escaped(_ text: String) -> String { MarkdownText.escaping(ShownText.of(text)) }

    // MARK: Formats

    private var formats: String {
        let rows = logs.map { log in
            [
                Figures.grouped(log.lines), Figures.grouped(log.fittingLines), log.state,
                MarkdownText.escaping(log.format?.rawValue ?? "none"), CheckReport.evidence(of: log),
                CheckReport.escaped(log.name),
            ]
        }
        let table = MarkdownTable(
            columns: [
                ("Lines", .right), ("Fitting", .right), ("State", .left), ("Format", .left), ("Evidence", .left),
                ("Log", .left),
            ],
            rows: rows)
        return "## Formats\n\n\(table.text)\(rivals)"
    }

    private static func evidence(of log: Log) -> String {
        guard let evidence = log.evidence else { return log.times == nil ? "–" : "named" }
        if evidence.lines == 0 {
            return evidence.directives == 0
                ? "no line to judge by" : "declared by \(Figures.count(evidence.directives, "directive", "directives"))"
        }
        guard evidence.verdict != nil else {
            return "none of \(Figures.count(evidence.lines, "line", "lines"))"
        }
        let all = evidence.lines == 1 ? "the first line" : "the first \(Figures.grouped(evidence.lines)) lines"
        let directives =
            evidence.directives == 0 ? "" : ", with \(Figures.count(evidence.directives, "directive", "directives"))"
        return "\(Figures.grouped(evidence.verdictLines)) of \(all)\(directives)"
    }

    /// What else could be meant, a line for each log and format.
    private var rivals: String {
        let items = logs.flatMap { log in
            (log.evidence?.rivals ?? []).map { rival in
                "- \(CheckReport.escaped(log.name)): as many lines fit \(MarkdownText.escaping(rival.format.rawValue)); "
                    + "\(MarkdownText.escaping(log.format?.rawValue ?? "none")) was preferred, because "
                    + "\(rival.reason.description)\n"
            }
        }
        return items.isEmpty ? "" : "\n" + items.joined()
    }

    // MARK: Outcomes

    private var outcomes: String {
        let rows = Outcome.allCases.filter { accounting[$0] > 0 }.map { outcome in
            [
                Figures.grouped(accounting[outcome]), Figures.percentage(accounting[outcome], of: accounting.lines),
                outcome.name, outcome.explanation,
            ]
        }
        let sum = ["**\(Figures.grouped(accounting.lines))**", "", "**sum**", "all lines that count"]
        let table = MarkdownTable(
            columns: [("Lines", .right), ("Share", .right), ("Outcome", .left), ("What it means", .left)],
            rows: rows + [sum])
        return "## What became of the lines\n\n\(table.text)"
    }

    private var explanations: String {
        let parts = explainedOutcomes.filter { $0 != .robot }.map { explanation(of: $0) }
        return parts.isEmpty ? "" : "## Why\n\n" + parts.joined(separator: "\n")
    }

    private func explanation(of outcome: Outcome) -> String {
        let reasons = reasons(outcome)
        let shown = reasons.commonest(CheckReport.shownReasons) { $0.text }
        let table = MarkdownTable(
            columns: [("Lines", .right), ("Reason", .left), ("One of them", .left)],
            rows: shown.map { entry in
                [
                    Figures.grouped(entry.lines), MarkdownText.escaping(entry.reason.text),
                    MarkdownText.escaping(entry.sample.text(calendar)),
                ]
            })
        let rest = reasons.lines - shown.reduce(0) { $0 + $1.lines }
        let others = reasons.count - shown.count
        let more =
            rest == 0
            ? ""
            : "\n\(Figures.count(rest, "line", "lines")) for "
                + (reasons.others > 0
                    ? "more than \(Figures.grouped(others)) other reasons, of which not all could be told apart.\n"
                    : "\(Figures.count(others, "other reason", "other reasons")).\n")
        return "### \(outcome.name): \(Figures.count(reasons.lines, "line", "lines"))\n\n\(table.text)\(more)"
    }

    private var robotNames: String {
        guard !robots.isEmpty else { return "" }
        let table = MarkdownTable(
            columns: [("Lines", .right), ("List", .left), ("Entry", .left), ("Why", .left)],
            rows: robots.map { robot in
                [
                    Figures.grouped(robot.lines), CheckReport.escaped(robot.list ?? "–"),
                    CheckReport.escaped(robot.entry ?? "–"), CheckReport.escaped(robot.why),
                ]
            })
        let others = reasons(.robot).others
        let more =
            others > 0
            ? "\n\(Figures.count(others, "line", "lines")) more of entries that could not be told apart.\n" : ""
        return "## Robots\n\n\(table.text)\(more)"
    }

    private var paths: String {
        let paths = examination.unmatchedPaths
        guard paths.count > 0 else { return "" }
        let shown = paths.commonest(CheckReport.shownPaths)
        let table = MarkdownTable(
            columns: [("Lines", .right), ("Shape", .left), ("Path", .left)],
            rows: shown.map { entry in
                [
                    Figures.grouped(entry.lines), MarkdownText.escaping(PathShape.of(path: entry.path.bytes)),
                    MarkdownText.escaping(MaskedLine.of(entry.path)),
                ]
            })
        let others = paths.count - shown.count
        let more = others > 0 ? "\n\(Figures.count(others, "other path fits", "other paths fit")) none either.\n" : ""
        let beyond =
            paths.others == 0
            ? ""
            : "\n\(Figures.count(paths.others, "line", "lines")) more for paths that came when so many had been met that "
                + "no further one was told apart: a common one may be missing above.\n"
        return "## Paths that no pattern fits\n\n\(table.text)\(more)\(beyond)"
    }
}
