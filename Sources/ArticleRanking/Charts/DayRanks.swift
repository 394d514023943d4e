/// The ranks of a day's rows, in the site and in their sections, without their texts.
///
/// Arrays are kept from day to day, so that a year of days asks for memory once.
struct DayRanks {
    /// By row.
    private(set) var inSite: [UInt32] = []
    /// By row; those of rows without a section mean nothing.
    private(set) var inSection: [UInt32] = []

    /// Rows by views, most first; rows of as many views in no order that is promised.
    private var order: [Int] = []
    private var places = [Int](repeating: 0, count: DayRanks.fewViews + 2)
    private var sections: [Counter] = []

    /// Up to so many views rows are put in order by counting; the few articles of a day that have more are sorted.
    private static let fewViews = 4095

    /// Gives ranks from the most views down.
    private struct Counter {
        private var seen: UInt32 = 0
        private var views: UInt32 = 0
        private var rank: UInt32 = 0

        mutating func rank(of views: UInt32) -> UInt32 {
            seen += 1
            if seen == 1 || views != self.views { rank = seen }
            self.views = views
            return rank
        }
    }

    /// - Complexity: O(n) in the rows, and O(m log m) in those of many views.
    mutating func rank(_ rows: [NumberedDay.Row]) {
        putInOrder(rows)
        inSite.append(contentsOf: repeatElement(0, count: max(0, rows.count - inSite.count)))
        inSection.append(contentsOf: repeatElement(0, count: max(0, rows.count - inSection.count)))
        for section in sections.indices { sections[section] = Counter() }
        var site = Counter()
        for row in order {
            let (views, section) = (rows[row].views, rows[row].section)
            inSite[row] = site.rank(of: views)
            guard section != PlaceTable.noSection else { continue }
            while sections.count <= Int(section) { sections.append(Counter()) }
            inSection[row] = sections[Int(section)].rank(of: views)
        }
    }

    private mutating func putInOrder(_ rows: [NumberedDay.Row]) {
        for place in places.indices { places[place] = 0 }
        for row in rows { places[DayRanks.bucket(row.views) + 1] += 1 }
        for bucket in 1..<places.count { places[bucket] += places[bucket - 1] }
        let many = places[1]
        order.removeAll(keepingCapacity: true)
        order.append(contentsOf: repeatElement(0, count: rows.count))
        for (row, counts) in rows.enumerated() {
            let bucket = DayRanks.bucket(counts.views)
            order[places[bucket]] = row
            places[bucket] += 1
        }
        order[..<many].sort { rows[$0].views > rows[$1].views }
    }

    /// 0 for many views; then one for each number of views, the higher number first.
    private static func bucket(_ views: UInt32) -> Int { fewViews + 1 - min(Int(views), fewViews + 1) }
}
