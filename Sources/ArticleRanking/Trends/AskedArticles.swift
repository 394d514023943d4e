import ViewCounting

/// What the views of the time that is asked about tell of each article: of most that nothing else is needed of them.
struct AskedArticles: Sendable {
    /// How much is kept of an article by slot.
    enum Kept: Sendable {
        case nothing
        /// It can tell the tide.
        case asked
        /// It can rise: the hours of past weeks are needed too.
        case askedAndPast
    }

    /// The days before the one that is asked about that can hold views of that time; a day can have 23 hours.
    static func daysBefore(_ length: WindowLength) -> Int { 2 + length.minutes / WindowLength.day.minutes }

    /// By article; others have too few views.
    private let kept: [Kept]

    /// - Parameter days: All that hold views of the time that is asked about.
    init(_ days: [SlottedDay], _ grid: TrendGrid, _ length: WindowLength, _ rules: TrendRules) {
        let windowSlots = length.minutes / TrendGrid.slotMinutes
        let asked = grid.asked(windowSlots: windowSlots)
        let firstWindow = (grid.ends.first ?? 0) - windowSlots
        // More than a cell can hold fill one.
        let strong = min(rules.leastSlotViews, SlottedDay.fullCell)
        var seen: [(views: Int, isStrong: Bool)] = []
        for day in days {
            let base = grid.base(of: day)
            var start = 0
            for row in day.rows {
                let cells = start..<Int(row.cellsEnd)
                start = Int(row.cellsEnd)
                while seen.count <= Int(row.article) { seen.append((0, false)) }
                var (views, isStrong) = seen[Int(row.article)]
                for index in cells {
                    let slot = base + Int(day.cells[index].slot)
                    guard asked.contains(slot) else { continue }
                    views += Int(day.cells[index].views)
                    isStrong = isStrong || slot >= firstWindow && Int(day.cells[index].views) >= strong
                }
                seen[Int(row.article)] = (views, isStrong)
            }
        }
        kept = seen.map { views, isStrong in
            if isStrong, views >= rules.leastViews { return .askedAndPast }
            return views >= Trends.panelViews ? .asked : .nothing
        }
    }

    subscript(article: UInt32) -> Kept { Int(article) < kept.count ? kept[Int(article)] : .nothing }
}
