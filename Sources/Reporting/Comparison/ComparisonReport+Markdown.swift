import ArticleRanking
import LogReading
import ViewCounting

extension ComparisonReport {
    /// Both periods, how alike their lists are, and the articles of both.
    var markdown: String {
        let shown = rows
        let table =
            shown.rows.isEmpty
            ? "No article was read in either.\n" : "\(shown.table)\n\(sharing)\(ComparedRows.legend)\n"
        return """
            \(MarkdownText.title("\(now.period) against \(then.period)", of: site.name))

            \(sides)
            \(Figures.count(scope.now.views, "view", "views")) now, \(Figures.grouped(scope.then.views)) then: \
            \(Figures.signed(scope.now.views - scope.then.views)). By the clock of \
            \(MarkdownText.escaping(ShownText.of(site.calendar.zoneName))).

            \(remarks.map { $0 + "\n\n" }.joined())## How alike the lists are

            \(similarity?.sentence ?? "No article was read in one of the two, so there is nothing to compare.")

            ## \(scope.heading)

            \(table)
            """
    }

    private var sides: String {
        MarkdownTable(
            columns: [
                ("", .left), ("Views", .right), ("Articles", .right), ("State", .left),
                ("Hours without any line", .left), ("Days", .left),
            ],
            rows: [("Then", then, scope.then), ("Now", now, scope.now)].map { name, side, ranking in
                [
                    name, Figures.grouped(ranking.views), Figures.grouped(ranking.rows.count), side.states.text,
                    hoursWithoutLines(side), days(side.period),
                ]
            }
        ).text
    }

    private func days(_ period: DayPeriod) -> String {
        let (first, last) = (WrittenDay.of(period.days.lowerBound), WrittenDay.of(period.days.upperBound))
        return period.kind == .day ? first : "\(first) to \(last)"
    }

    private func hoursWithoutLines(_ side: PeriodRanking) -> String {
        guard !side.hoursWithoutLines.isEmpty else { return "none" }
        guard side.period.kind == .day else { return Figures.grouped(side.hoursWithoutLines.count) }
        return DayClock(day: side.period.days.lowerBound, calendar: site.calendar).ranges(of: side.hoursWithoutLines)
            .joined(separator: ", ")
    }

    /// What a reader has to know before trusting the figures.
    private var remarks: [String] {
        var remarks: [String] = []
        for (name, side) in [("Then", then), ("Now", now)] {
            remarks += side.states.sentences.map { "\(name): \($0)" }
        }
        if then.days.count != now.days.count {
            remarks.append(
                "**NOT ALIKE:** \(Figures.count(now.days.count, "day is", "days are")) counted now, "
                    + "\(Figures.grouped(then.days.count)) then: compare ranks and shares, not views.")
        }
        if let sameHours {
            remarks.append("Only these hours of both are compared: \(ClockHours.text(sameHours)).")
        } else if coversOtherHours {
            remarks.append(
                "**NOT ALIKE:** lines of other hours are missing then than now; `--same-hours` compares only the hours "
                    + "that both have.")
        }
        return remarks
    }

    private var coversOtherHours: Bool {
        let (hoursThen, hoursNow) = (then.hoursWithoutLines.map(\.hour), now.hoursWithoutLines.map(\.hour))
        return then.days.count == 1 && now.days.count == 1 ? hoursThen != hoursNow : hoursThen.count != hoursNow.count
    }

    /// How many more articles share the last rank that is shown.
    private var sharing: String {
        [(scope.now, "now"), (scope.then, "then")].map { ranking, when in
            let (rows, more) = ranking.top(top)
            guard let last = rows.last, more > 0 else { return "" }
            return "\(Figures.count(more, "more article shares", "more articles share")) rank \(last.rank) \(when).\n"
        }.joined()
    }
}
