import ViewCounting

/// What trends are made of, and where each article that can rise stood on the last of its days.
public struct PlacedCounts: Sendable {
    private var counts: TrendCounts
    private let rules: TrendRules
    /// By article.
    private var last: [(place: UInt32, day: CalendarDay)] = []

    /// - Parameter asked: The days that hold views of the time that is asked about: an article that rises was read last on one of them.
    init(_ grid: TrendGrid, _ length: WindowLength, _ rules: TrendRules, asked: [SlottedDay]) {
        self.rules = rules
        counts = TrendCounts(
            grid, windowMinutes: length.minutes, keeping: AskedArticles(asked, grid, length, rules))
        for slotted in asked {
            for row in slotted.rows {
                while last.count <= Int(row.article) { last.append((0, slotted.day)) }
                last[Int(row.article)] = (row.place, slotted.day)
            }
        }
    }

    mutating func add(_ slotted: SlottedDay) { counts.add(slotted) }

    /// The strongest rise of each article in the windows of the grid.
    ///
    /// Articles are gone through in the order of their keys: sums of fractions depend on their order, and what is told must not depend
    /// on the numbers that a table happened to give.
    ///
    /// - Parameter table: What the numbers stand for.
    public func rises(in table: PlaceTable) -> DayRises {
        let order = counts.articles.sorted { table.keys[Int($0)] < table.keys[Int($1)] }
        let strongest = Trends(counts, order: order, rules: rules).strongest.compactMap { rise -> NamedRise? in
            let (place, day) = last[Int(order[Int(rise.article)])]
            guard let place = table.place(place) else { return nil }
            let section = rise.section == 0 ? nil : table.sections[Int(rise.section) - 1]
            return NamedRise(rise: rise, key: place.key, path: place.path, section: section, lastRead: day)
        }
        return DayRises(byEnd: [strongest], sections: table.sections)
    }
}
