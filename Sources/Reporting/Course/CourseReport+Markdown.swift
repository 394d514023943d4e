import ArticleRanking
import LogReading
import ViewCounting

extension CourseReport {
    var markdown: String {
        let name = naming.markdown(of: [article]).joined()
        let published = naming.published(article.key).map { " Published \($0)." } ?? ""
        let remarks = states.sentences.map { $0 + "\n\n" }.joined()
        let page = """
            \(MarkdownText.title("\(course.range.lowerBound) to \(course.range.upperBound)", of: site.name))

            \(name)

            \(summary), by the clock of \(MarkdownText.escaping(ShownText.of(site.calendar.zoneName))).\(published)

            \(remarks)
            """
        guard let read = course.read else { return page.trimmingLastLine }
        return page + facts.map { "- \($0)\n" }.joined() + "\n" + table(of: read) + others(than: read)
    }

    private var summary: String {
        let read = course.days.count { $0.standing != nil }
        guard read > 0 else {
            return "Nobody read it on \(Figures.count(course.days.count, "day that is", "days that are")) counted"
        }
        return "\(Figures.count(course.views, "view", "views")) on \(Figures.count(read, "day", "days")) of "
            + "\(Figures.grouped(course.days.count)) that are counted"
    }

    /// Peak, days in the top, the best day with its hours.
    private var facts: [String] {
        var facts: [String] = []
        if let peak = course.peak {
            let runs = DayRuns.of(peak.days)
            let rest = runs.count - CourseReport.mostRuns
            facts.append(
                "Peak: rank \(Figures.grouped(peak.rank)) on \(DayRuns.text(Array(runs.prefix(CourseReport.mostRuns))))"
                    + (rest > 0 ? " and \(Figures.grouped(rest)) more times" : ""))
        }
        let days = Figures.count(course.daysInTop, "day", "days")
        let streak =
            course.streak.map { ", at most \(Figures.grouped($0.dayCount)) in a row (\(DayRuns.text($0)))" } ?? ""
        facts.append("In the top \(Figures.grouped(course.top)): \(days)\(streak)")
        if let best = course.bestDay {
            facts.append("Best day: \(WrittenDay.of(best.day)), \(Figures.count(best.views, "view", "views"))")
            facts += hours.flatMap { hoursText($0, of: best.day) }.map { [$0] } ?? []
        }
        return facts
    }

    private func hoursText(_ hours: ArticleHours, of day: CalendarDay) -> String? {
        guard let busiest = hours.busiest else { return nil }
        let clock = DayClock(day: day, calendar: site.calendar)
        return "Its hours: `\(Sparkline.of(hours.hours.map(\.views)))`, most in "
            + "\(clock.ranges(of: [busiest.hour]).joined()): \(Figures.count(busiest.views, "view", "views"))"
    }

    /// The days from the first to the last on which it was read.
    private func table(of read: ClosedRange<CalendarDay>) -> String {
        let days = course.daysWithGaps.filter { read.contains($0.day) }
        let bars = Sparkline.of(days.map { $0.counted?.views })
        let line = days.count <= CourseReport.mostBars ? "Views by day: `\(bars)`\n\n" : ""
        let table = MarkdownTable(
            columns: [
                ("Day", .left), ("Rank", .right), ("Views", .right), ("Visitors", .right), ("Share", .right),
                ("Rank in section", .right), ("State", .left), ("Section", .left),
            ],
            rows: days.map { day, counted in
                let standing = counted?.standing
                return [
                    "\(day)", standing.map { Figures.grouped($0.rank) } ?? "–",
                    counted.map { Figures.grouped($0.views) } ?? "–",
                    counted.map { Figures.grouped($0.standing?.article.visitors ?? 0) } ?? "–",
                    counted.map { Figures.percentage($0.views, of: $0.standing?.siteViews ?? 0) } ?? "–",
                    standing?.sectionRank.map { Figures.grouped($0) } ?? "–",
                    counted?.stateText ?? CourseReport.unknownState,
                    (standing?.article.section).map { MarkdownText.escaping(ShownText.decoding($0)) } ?? "",
                ]
            })
        return line + table.text
    }

    /// Counted days before the first and behind the last row, on which nobody read it.
    private func others(than read: ClosedRange<CalendarDay>) -> String {
        let others = course.days.count { !read.contains($0.day) }
        guard others > 0 else { return "" }
        return "\nNobody read it on \(Figures.count(others, "other day that is", "other days that are")) counted.\n"
    }

    private static let mostRuns = 5
    /// As many as fit a line.
    private static let mostBars = 100
}

extension String {
    /// Without the empty line at its end.
    fileprivate var trimmingLastLine: String { hasSuffix("\n\n") ? String(dropLast()) : self }
}
