public import ViewCounting

/// Several days counted together, one after the other: no more than one day has to be at hand at a time.
public struct RangeCounts: Sendable {
    /// The days that were asked for, the first and the last included.
    public let range: ClosedRange<CalendarDay>
    /// The days that were added, earliest first.
    public private(set) var days: [Day] = []

    /// By place: what it had in the section in which it was met first.
    private var sums: [Sum] = []
    /// What places had in other sections: the newsroom moved the article meanwhile.
    private var moved: [MovedPlace: Sum] = [:]

    /// How far one of the days is known.
    public struct Day: Hashable, Sendable {
        public let day: CalendarDay
        public let isPartial: Bool
        public let isIncomplete: Bool

        init(of counts: DayCounts) {
            day = counts.day
            isPartial = counts.coverage.state == .partial
            isIncomplete = counts.coverage.incomplete
        }

        init(of counts: NumberedDay) {
            day = counts.day
            isPartial = counts.isPartial
            isIncomplete = counts.isIncomplete
        }
    }

    private struct Sum {
        var section = PlaceTable.noSection
        var views = 0
        var rawClicks = 0

        mutating func add(_ row: NumberedDay.Row) {
            section = row.section
            views += Int(row.views)
            rawClicks += Int(row.rawClicks)
        }
    }

    private struct MovedPlace: Hashable {
        let place: UInt32
        let section: UInt32
    }

    /// What an article had on the days on which it was shown under one path, in one section.
    struct Placed {
        let place: UInt32
        /// `PlaceTable.noSection` for none.
        let section: UInt32
        /// 1 or more.
        let views: Int
        let rawClicks: Int
    }

    public init(_ range: ClosedRange<CalendarDay>) {
        self.range = range
    }

    /// Adds a day, in any order; a day outside of the range, or one that is there already, adds nothing.
    ///
    /// - Parameter counts: Numbered by the same table as the other days.
    /// - Complexity: O(n) in the articles of the day; a few nanoseconds each.
    public mutating func add(_ counts: NumberedDay) {
        guard range.contains(counts.day) else { return }
        let place = days.firstIndex { $0.day >= counts.day } ?? days.endIndex
        guard place == days.endIndex || days[place].day != counts.day else { return }
        days.insert(Day(of: counts), at: place)
        for row in counts.rows { add(row) }
    }

    private mutating func add(_ row: NumberedDay.Row) {
        let place = Int(row.place)
        if place >= sums.count { sums += Array(repeating: Sum(), count: max(place + 1 - sums.count, sums.count)) }
        if sums[place].views == 0 || sums[place].section == row.section {
            sums[place].add(row)
        } else {
            moved[MovedPlace(place: row.place, section: row.section), default: Sum()].add(row)
        }
    }

    /// All that was added, in no order that is promised.
    var placed: [Placed] {
        let unmoved = sums.enumerated().lazy.filter { $0.element.views > 0 }.map { (UInt32($0.offset), $0.element) }
        return (Array(unmoved) + moved.map { ($0.key.place, $0.value) }).map { place, sum in
            Placed(place: place, section: sum.section, views: sum.views, rawClicks: sum.rawClicks)
        }
    }

    /// The days of the range that were not added, those that follow each other as one.
    public var missing: [ClosedRange<CalendarDay>] { range.without(days.map(\.day)) }
}
