import ArticleRanking
import LogReading
import ViewCounting

extension DayReport {
    /// The report for people.
    var markdown: String {
        let parts = [heading, siteRanking] + popularSections + [accounting, facts]
        return parts.joined(separator: "\n")
    }

    /// Sections that have a table of their own.
    static let shownSections = 10

    private var heading: String {
        let name = site.map { MarkdownText.escaping(ShownText.of($0)) } ?? "Access Ranking"
        let views = Figures.count(ranking.site.views, "view", "views")
        let articles = Figures.count(ranking.site.rows.count, "article", "articles")
        return """
            # \(name): \(WrittenDay.of(day))

            \(views) of \(articles), by the clock of \(MarkdownText.escaping(ShownText.of(calendar.zoneName))).

            \(stateSentences)

            """
    }

    private var stateSentences: String {
        let state =
            switch counts.coverage.state {
            case .complete: "**Complete:** the logs go on past the end of this day."
            case .partial:
                "**PARTIAL:** the logs do not reach the end of this day yet. Views may still come, and ranks move."
            }
        guard counts.coverage.incomplete else { return state }
        return state + "\n\n**INCOMPLETE:** a log file was damaged. Views of this day may be missing until it has been"
            + " fetched again."
    }

    private var siteRanking: String {
        guard !ranking.site.rows.isEmpty else {
            return "## Access Ranking\n\nNo article was read on this day.\n"
        }
        let hasCourse = ranking.site.rows.contains { $0.course != nil }
        let legend =
            hasCourse
            ? "▲ ▼ places won and lost against the day before, = the same place, NEW not read the day before."
            : "The day before is not known in full, so nothing is said of movement."
        return """
            ## Access Ranking

            \(table(of: ranking.site, first: top))
            \(footer(of: ranking.site, first: top))\(legend)
            All articles of the day: [articles.csv](articles.csv).

            """
    }

    private var popularSections: [String] {
        var parts = ranking.sections.prefix(DayReport.shownSections).map { section in
            let name = ShownText.decoding(section.name)
            let views = Figures.count(section.ranking.views, "view", "views")
            let share = Figures.percentage(section.ranking.views, of: ranking.site.views)
            return """
                ## Popular in \(MarkdownText.escaping(name.prefix(1).uppercased() + name.dropFirst()))

                \(views), \(share) of the site.

                \(table(of: section.ranking, first: sectionTop))
                \(footer(of: section.ranking, first: sectionTop))
                """
        }
        let others = ranking.sections.count - DayReport.shownSections
        if others > 0 {
            let sections = Figures.count(others, "smaller section is", "smaller sections are")
            parts.append("\(sections) in [sections.csv](sections.csv).\n")
        }
        return parts
    }

    private func table(of ranking: Ranking, first count: Int) -> String {
        let rows = ranking.top(count).rows
        let hasCourse = rows.contains { $0.course != nil }
        var columns: [(String, MarkdownTable.Alignment)] = [
            ("Rank", .right), ("Views", .right), ("Share", .right), ("Visitors", .right), ("Article", .left),
        ]
        if hasCourse { columns.insert(("Move", .left), at: 1) }
        return MarkdownTable(
            columns: columns,
            rows: rows.map { row in
                let article = row.article
                var cells = [
                    String(row.rank), Figures.grouped(article.views),
                    Figures.percentage(article.views, of: ranking.views), Figures.grouped(article.visitors),
                    MarkdownText.link(
                        ShownText.decoding(article.path), to: ArticleLink.to(article.path, at: url)),
                ]
                if hasCourse { cells.insert(row.course?.arrow ?? "", at: 1) }
                return cells
            }
        ).text
    }

    private func footer(of ranking: Ranking, first count: Int) -> String {
        let (rows, more) = ranking.top(count)
        guard let last = rows.last, more > 0 else { return "" }
        let articles = Figures.count(more, "more article shares", "more articles share")
        return "\(articles) rank \(last.rank) with \(Figures.count(last.article.views, "view", "views")).\n"
    }

    private var accounting: String {
        let lines = counts.accounting
        let outcomes = Outcome.allCases.map { outcome in
            [outcome.belongsToDay ? Figures.grouped(lines[outcome]) : "–", outcome.name, outcome.explanation]
        }
        let sum = ["**\(Figures.grouped(lines.lines))**", "**sum**", "all lines of this day"]
        return """
            ## What was counted

            \(MarkdownTable(
                columns: [("Lines", .right), ("Outcome", .left), ("What it means", .left)],
                rows: outcomes + [sum]
            ).text)
            – : such a line bears no time to be trusted, so it belongs to no day; the summary of the run counts it.

            """
    }

    private var facts: String {
        let coverage = counts.coverage
        let formats = coverage.formats.map {
            MarkdownText.escaping(ShownText.of($0.format)) + " \(Figures.count($0.lines, "line", "lines"))"
        }
        let robots = robots.map { MarkdownText.escaping(ShownText.of("\($0.name) \($0.version)")) }
        return """
            - Lines from \(coverage.firstLine.clock) to \(coverage.lastLine.clock).
            - Hours without any line: \(hoursWithoutLines).
            - Log formats: \(formats.joined(separator: ", ")).
            - Robot lists: \(robots.isEmpty ? "none" : robots.joined(separator: ", ")).

            """
    }

    private var hoursWithoutLines: String {
        var ranges: [(start: Int64, end: Int64)] = []
        for hour in counts.coverage.hoursWithoutLines {
            if let last = ranges.last, last.end == hour.start {
                ranges[ranges.count - 1].end = hour.end
            } else {
                ranges.append((hour.start, hour.end))
            }
        }
        return ranges.isEmpty ? "none" : ranges.map { clock(from: $0.start, to: $0.end) }.joined(separator: ", ")
    }

    private func clock(from start: Int64, to end: Int64) -> String {
        let first = calendar.localTime(at: start)
        let last = calendar.localTime(at: end - 1)
        let over = LocalTime(day: last.day, secondOfDay: last.secondOfDay + 1, offset: last.offset)
        return "\(first.clock.prefix(5))–\(over.clock.prefix(5))"
    }
}

extension DayOverDay {
    /// `▲3`, `▼2`, `=` or `NEW`.
    var arrow: String {
        switch movement {
        case .new: "NEW"
        case .up: "▲\(change ?? 0)"
        case .down: "▼\(-(change ?? 0))"
        case .same: "="
        }
    }
}
