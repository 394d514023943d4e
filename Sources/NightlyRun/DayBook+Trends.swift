import ArticleRanking
import History
import SiteProfile
import ViewCounting

extension DayBook {
    /// The rises in the windows that end at some minutes of one day; nil where the history has no line of that day.
    ///
    /// Days are read one at a time, from eight weeks before on, and folded into slots of ten minutes.
    ///
    /// - Parameters:
    ///   - ends: Minutes since 1970 UTC, in order.
    ///   - numbers: Of the reports of one run, the same for all.
    ///   - memory: What it has need not be read again.
    func rises(
        _ length: WindowLength, ends: [Int], on day: CalendarDay, rules: TrendRules = TrendRules(),
        by numbers: inout NumberedDays, _ memory: inout TrendMemory
    ) throws(HistoryError) -> DayRises? {
        guard let first = days.first?.day, self[day] != nil else { return nil }
        let grid = TrendGrid(ends: ends, day: day, from: first, calendar: calendar)
        let upToDay = days.lazy.map(\.day).prefix { $0 <= day }
        let counts = try memory.counts(grid, length, of: upToDay, rules) { day, grid throws(HistoryError) in
            try numbers.slots(of: day, in: grid)
        }
        return counts.rises(in: numbers.table)
    }
}
