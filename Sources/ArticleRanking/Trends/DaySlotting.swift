public import ViewCounting

/// Folds the views of a day by minute into slots of ten, an article after the other.
public struct DaySlotting: ~Copyable {
    private let day: CalendarDay
    private let phase: Int
    private let firstMinute: Int
    private let rows: [NumberedDay.Row]
    private var cells: [SlottedDay.Cell] = []
    /// By row, as far as they have come.
    private var ends: [UInt32] = []
    /// By section, none first, and slot.
    private var sums: [Int] = []

    /// - Parameters:
    ///   - rows: Of all articles with views.
    ///   - earliest: The minute of the first view.
    public init(_ day: CalendarDay, _ rows: [NumberedDay.Row], earliest: UInt32, in grid: TrendGrid) {
        self.day = day
        self.rows = rows
        phase = grid.phase
        firstMinute =
            Int(earliest) - (Int(earliest) - grid.phase + TrendGrid.slotMinutes) % TrendGrid.slotMinutes
        ends.reserveCapacity(rows.count)
    }

    /// Adds views behind those that were added: their articles are the rows, in their order, and each one's minutes are in theirs.
    public mutating func add(_ views: [MinuteViews.Cell]) {
        var next = 0
        while next < views.count, Int(views[next].article) < rows.count {
            let article = views[next].article
            while ends.count < Int(article) { ends.append(UInt32(cells.count)) }
            let section = DaySlotting.section(of: rows[Int(article)])
            let sumsStart = Int(section) * SlottedDay.mostSlots
            while sums.count < sumsStart + SlottedDay.mostSlots { sums.append(0) }
            while next < views.count, views[next].article == article {
                let slot = (Int(views[next].minute) - firstMinute) / TrendGrid.slotMinutes
                let slotEnd = firstMinute + (slot + 1) * TrendGrid.slotMinutes
                var sum = 0
                repeat {
                    sum += Int(views[next].views)
                    next += 1
                } while next < views.count && views[next].article == article && Int(views[next].minute) < slotEnd
                guard slot < SlottedDay.mostSlots else { continue }
                sums[sumsStart + slot] += sum
                append(sum, slot)
            }
        }
    }

    private mutating func append(_ views: Int, _ slot: Int) {
        var rest = views
        while rest > 0 {
            let part = UInt16(clamping: rest)
            cells.append(SlottedDay.Cell(slot: UInt16(slot), views: part))
            rest -= Int(part)
        }
    }

    /// The day, when all its views have been added.
    public consuming func finished() -> SlottedDay {
        while ends.count < rows.count { ends.append(UInt32(cells.count)) }
        return SlottedDay(
            day, phase: phase, firstMinute: firstMinute,
            rows: zip(rows, ends).map { row, end in
                SlottedDay.Row(
                    article: row.article, place: row.place, section: DaySlotting.section(of: row), cellsEnd: end)
            },
            cells: cells,
            sums: sums.enumerated().filter { $0.element > 0 }.map { index, views in
                let (section, slot) = index.quotientAndRemainder(dividingBy: SlottedDay.mostSlots)
                return SlottedDay.Sum(section: UInt32(section), slot: UInt16(slot), views: views)
            })
    }

    private static func section(of row: NumberedDay.Row) -> UInt32 {
        row.section == PlaceTable.noSection ? 0 : row.section + 1
    }
}
