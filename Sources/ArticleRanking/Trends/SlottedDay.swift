public import ViewCounting

/// A day's views by article and slot of ten minutes: what trends need of it, in a few bytes.
///
/// A row takes 16 bytes, a slot of an article with views 4.
public struct SlottedDay: Sendable {
    public let day: CalendarDay
    /// The slots begin at minutes since 1970 UTC that leave this rest by ten.
    let phase: Int
    /// The minute at which slot 0 begins.
    let firstMinute: Int
    let rows: [Row]
    let cells: [Cell]
    /// The views of each section in each slot, where it has some.
    let sums: [Sum]
    /// Behind the last with views.
    let slots: Int

    struct Row: Sendable {
        let article: UInt32
        let place: UInt32
        /// 0 is none; the others have the number behind that of the day.
        let section: UInt32
        /// Behind its last one; those of the row before end where its own begin.
        let cellsEnd: UInt32
    }

    struct Cell: Sendable {
        let slot: UInt16
        /// More than it can hold go on in another cell of the slot.
        let views: UInt16
    }

    struct Sum: Sendable {
        let section: UInt32
        let slot: UInt16
        let views: Int
    }

    /// What is further away than two days are long is damaged.
    static let mostSlots = 300
    static let fullCell = Int(UInt16.max)

    /// - Parameter views: Their articles are these rows.
    public init(_ day: CalendarDay, _ rows: [NumberedDay.Row], _ views: MinuteViews, in grid: TrendGrid) {
        let earliest = views.cells.lazy.map(\.minute).min() ?? 0
        var slotting = DaySlotting(day, rows, earliest: earliest, in: grid)
        slotting.add(views.cells)
        self = slotting.finished()
    }

    init(
        _ day: CalendarDay, phase: Int, firstMinute: Int, rows: [Row], cells: [Cell], sums: [Sum]
    ) {
        self.day = day
        self.phase = phase
        self.firstMinute = firstMinute
        self.rows = rows
        self.cells = cells
        self.sums = sums
        slots = sums.lazy.map { Int($0.slot) + 1 }.max() ?? 0
    }

    var bytes: Int {
        rows.count * MemoryLayout<Row>.stride + cells.count * MemoryLayout<Cell>.stride
            + sums.count * MemoryLayout<Sum>.stride
    }
}
