import LogReading
import ViewCounting

// When the lines were written.
extension CheckReport {
    var times: String {
        guard let seconds else { return "## Times\n\nNo line has a time.\n" }
        let items = [
            "Lines from \(clock(Int64(seconds.lowerBound))) to \(clock(Int64(seconds.upperBound)))",
            offsetSentence, hoursSentence,
        ]
        return "## Times\n\n" + (items + order).map { "- \($0)\n" }.joined()
    }

    private var offsetSentence: String {
        let listed = offsets.map { offset, lines in
            let name = offset.map { CheckReport.text(ofOffset: $0) } ?? "none"
            return "\(name) (\(Figures.count(lines, "line", "lines")))"
        }
        let other = examination.times.linesOfOtherOffset
        let zone = CheckReport.escaped(calendar.zoneName)
        let note =
            other > 0
            ? "; \(Figures.count(other, "line", "lines")) by another clock than that of \(zone): that is in order, each "
                + "line counts for the site's day"
            : ""
        return "Offsets from UTC in the lines: \(listed.joined(separator: ", "))\(note)"
    }

    private var hoursSentence: String {
        let stretches = quietHours.stretches
        guard !stretches.isEmpty else { return "Hours without any line: none" }
        let shown = stretches.prefix(CheckReport.shownStretches).map { stretch in
            let from = DayClock.dayAndMinute(stretch.lowerBound, calendar)
            let to = DayClock.dayAndMinute(stretch.upperBound, calendar)
            return
                "\(from) to \(from.prefix(CheckReport.dateLength) == to.prefix(CheckReport.dateLength) ? String(to.dropFirst(CheckReport.dateLength + 1)) : to)"
        }
        let rest = stretches.count - shown.count
        return "Hours without any line: \(Figures.grouped(quietHours.hours)): \(shown.joined(separator: ", "))"
            + (rest > 0 ? " and \(Figures.grouped(rest)) more stretches" : "")
    }

    /// A line for each log that is not in order.
    private var order: [String] {
        let items = logs.compactMap { log -> String? in
            guard let times = log.times, times.linesBehind > 0 else { return nil }
            return
                "\(CheckReport.escaped(log.name)): \(Figures.count(times.linesBehind, "line stands", "lines stand")) behind a "
                + "later one, by up to \(Figures.count(Int(times.largestStepBack), "second", "seconds"))"
        }
        return items.isEmpty ? ["All lines stand in the order of their times"] : items
    }

    private static let shownStretches = 20
    /// `2026-03-02`
    private static let dateLength = 10
}
