import ViewCounting

/// What trends are made of, and where each article stood on the last of its days.
public struct PlacedCounts: Sendable {
    private var counts: TrendCounts
    /// By article.
    private var lastPlaces: [UInt32] = []
    private var lastDays: [CalendarDay] = []

    init(_ grid: TrendGrid, _ length: WindowLength) {
        counts = TrendCounts(grid, windowMinutes: length.minutes)
    }

    mutating func add(_ slotted: SlottedDay) {
        counts.add(slotted)
        for row in slotted.rows {
            while lastPlaces.count <= Int(row.article) {
                lastPlaces.append(0)
                lastDays.append(slotted.day)
            }
            lastPlaces[Int(row.article)] = row.place
            lastDays[Int(row.article)] = slotted.day
        }
    }

    /// The rises in the windows of the grid.
    ///
    /// Articles are gone through in the order of their keys: sums of fractions depend on their order, and what is told must not depend
    /// on the numbers that a table happened to give.
    ///
    /// - Parameter table: What the numbers stand for.
    public func rises(_ rules: TrendRules, in table: PlaceTable) -> DayRises {
        let order = counts.articles.sorted { table.keys[Int($0)] < table.keys[Int($1)] }
        let byEnd = Trends(counts, order: order, rules: rules).byEnd.map { rises in
            rises.compactMap { rise -> NamedRise? in
                let article = Int(order[Int(rise.article)])
                guard let place = table.place(lastPlaces[article]) else { return nil }
                let section = rise.section == 0 ? nil : table.sections[Int(rise.section) - 1]
                return NamedRise(
                    rise: rise, key: place.key, path: place.path, section: section, lastRead: lastDays[article])
            }
        }
        return DayRises(byEnd: byEnd, sections: table.sections)
    }
}
