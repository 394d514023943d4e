public import ViewCounting

/// A day's views by article and slot of ten minutes: what trends need of it, in a few bytes.
///
/// A row takes 16 bytes, a slot of an article with views 4.
public struct SlottedDay: Equatable, Sendable {
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

    struct Row: Equatable, Sendable {
        let article: UInt32
        let place: UInt32
        /// 0 is none; the others have the number behind that of the day.
        let section: UInt32
        /// Behind its last one; those of the row before end where its own begin.
        let cellsEnd: UInt32
    }

    struct Cell: Equatable, Sendable {
        let slot: UInt16
        /// More than it can hold go on in another cell of the slot.
        let views: UInt16
    }

    struct Sum: Equatable, Sendable {
        let section: UInt32
        let slot: UInt16
        let views: Int
    }

    /// What is further away than two days are long is damaged.
    static let mostSlots = 300
    static let fullCell = Int(UInt16.max)

    /// - Parameter views: Their articles are these rows.
    public init(_ day: CalendarDay, _ rows: [NumberedDay.Row], _ views: MinuteViews, in grid: TrendGrid) {
        var slotting = DaySlotting(earliest: views.firstMinute, articles: rows.count, in: grid)
        views.forEachArticle { article, steps in
            if article < rows.count { slotting.add(steps, of: article) }
        }
        self = slotting.finished(day, rows)
    }

    init(_ day: CalendarDay, phase: Int, firstMinute: Int, rows: [Row], cells: [Cell]) {
        self.day = day
        self.phase = phase
        self.firstMinute = firstMinute
        self.rows = rows
        self.cells = cells
        sums = SlottedDay.sums(of: rows, cells)
        slots = sums.lazy.map { Int($0.slot) + 1 }.max() ?? 0
    }

    private static func sums(of rows: [Row], _ cells: [Cell]) -> [Sum] {
        let sections = (rows.lazy.map(\.section).max() ?? 0) + 1
        var views = Array(repeating: 0, count: Int(sections) * mostSlots)
        var index = 0
        for row in rows {
            let start = Int(row.section) * mostSlots
            while index < Int(row.cellsEnd) {
                views[start + Int(cells[index].slot)] += Int(cells[index].views)
                index += 1
            }
        }
        return views.indices.filter { views[$0] > 0 }.map { index in
            Sum(section: UInt32(index / mostSlots), slot: UInt16(index % mostSlots), views: views[index])
        }
    }

    var bytes: Int {
        rows.count * MemoryLayout<Row>.stride + cells.count * MemoryLayout<Cell>.stride
            + sums.count * MemoryLayout<Sum>.stride
    }
}
