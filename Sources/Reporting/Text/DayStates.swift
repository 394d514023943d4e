import ArticleRanking
import ViewCounting

/// Which days of a period are not known in full, those that follow each other as one.
struct DayStates {
    /// No line of them is known.
    let missing: [ClosedRange<CalendarDay>]
    let partial: [ClosedRange<CalendarDay>]
    /// Days that may miss views of a damaged log.
    let incomplete: [ClosedRange<CalendarDay>]

    /// - Parameters:
    ///   - partial: Earliest first, each once.
    ///   - incomplete: Earliest first, each once.
    init(missing: [ClosedRange<CalendarDay>], partial: [CalendarDay], incomplete: [CalendarDay]) {
        self.missing = missing
        self.partial = DayRuns.of(partial)
        self.incomplete = DayRuns.of(incomplete)
    }

    init(_ days: [RangeCounts.Day], missing: [ClosedRange<CalendarDay>]) {
        self.init(
            missing: missing, partial: days.filter(\.isPartial).map(\.day),
            incomplete: days.filter(\.isIncomplete).map(\.day))
    }

    /// As of a day: `partial` too where a day is not known at all.
    var text: String {
        let words = (partial.isEmpty && missing.isEmpty ? [] : ["partial"]) + (incomplete.isEmpty ? [] : ["incomplete"])
        return words.isEmpty ? "complete" : words.joined(separator: ", ")
    }

    /// A sentence for each state that there is; none where all days are complete.
    var sentences: [String] {
        var sentences: [String] = []
        if !missing.isEmpty {
            sentences.append("**NOT COUNTED:** \(DayRuns.text(missing)): no line of these days is known.")
        }
        if !partial.isEmpty {
            sentences.append(
                "**PARTIAL:** \(DayRuns.text(partial)): the logs do not reach the end of the day yet; views may still "
                    + "come and ranks move.")
        }
        if !incomplete.isEmpty {
            sentences.append(
                "**INCOMPLETE:** \(DayRuns.text(incomplete)): a log file was damaged; views may be missing until a good "
                    + "copy has been read.")
        }
        return sentences
    }
}
