import ArticleRanking
import History
import LogReading
import SiteProfile
import ViewCounting

extension DayBook {
    /// The rises in the windows that end at some minutes of one day; nil where the history has no line of that day.
    ///
    /// Days are read one at a time, from eight weeks before on, and folded into slots of ten minutes.
    ///
    /// - Parameter ends: Minutes since 1970 UTC, in order.
    func rises(
        _ length: WindowLength, ends: [Int], on day: CalendarDay, rules: TrendRules
    ) throws(HistoryError) -> DayRises? {
        guard let first = days.first?.day, self[day] != nil else { return nil }
        let grid = TrendGrid(ends: ends, day: day, from: first, calendar: calendar)
        let reached = calendar.day(at: Int64(grid.firstMinute) * 60)
        var numbers = try history.numberedDays()
        var counts = TrendCounts(grid, windowMinutes: length.minutes)
        var places: [UInt32: UInt32] = [:]
        for stored in days where (reached...day).contains(stored.day) {
            guard let (rows, views) = try numbers.minutes(of: stored.day) else { continue }
            for row in rows { places[row.article] = row.place }
            for cell in views.cells where Int(cell.article) < rows.count {
                let row = rows[Int(cell.article)]
                let section = row.section == PlaceTable.noSection ? 0 : row.section + 1
                counts.add(Int(cell.views), of: row.article, in: section, minute: cell.minute)
            }
        }
        return DayRises(Trends(counts, rules: rules).byEnd, places: places, in: numbers.table)
    }
}

extension DayRises {
    /// - Parameter places: By article: its place on the last of its days.
    fileprivate init(_ byEnd: [[Rise]], places: [UInt32: UInt32], in table: PlaceTable) {
        let byEnd = byEnd.map { rises in
            rises.compactMap { rise -> NamedRise? in
                guard let place = places[rise.article].flatMap({ table.place($0) }) else { return nil }
                let section = rise.section == 0 ? nil : table.sections[Int(rise.section) - 1]
                return NamedRise(rise: rise, key: place.key, path: place.path, section: section)
            }
        }
        self.init(byEnd: byEnd, sections: table.sections)
    }
}
