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

    struct Row: Sendable {
        let article: UInt32
        let place: UInt32
        let section: UInt32
        /// Behind its last one; those of the row before end where its own begin.
        let cellsEnd: UInt32
    }

    struct Cell: Sendable {
        let slot: UInt16
        /// More than it can hold go on in another cell of the slot.
        var views: UInt16
    }

    /// - Parameter views: Their articles are these rows.
    public init(_ day: CalendarDay, _ rows: [NumberedDay.Row], _ views: MinuteViews, in grid: TrendGrid) {
        phase = grid.phase
        let earliest = Int(views.cells.lazy.map(\.minute).min() ?? 0)
        firstMinute = earliest - (earliest - phase + TrendGrid.slotMinutes) % TrendGrid.slotMinutes
        var cells: [Cell] = []
        var ends: [UInt32] = []
        ends.reserveCapacity(rows.count)
        for cell in views.cells where Int(cell.article) < rows.count {
            while ends.count < Int(cell.article) { ends.append(UInt32(cells.count)) }
            // Further away than any day is long: a damaged one.
            guard let slot = UInt16(exactly: (Int(cell.minute) - firstMinute) / TrendGrid.slotMinutes) else { continue }
            let isFirst = cells.count == Int(ends.last ?? 0)
            var rest = cell.views
            if !isFirst, let last = cells.last, last.slot == slot {
                let room = min(rest, UInt32(UInt16.max - last.views))
                cells[cells.count - 1].views += UInt16(room)
                rest -= room
            }
            while rest > 0 {
                let part = UInt16(clamping: rest)
                cells.append(Cell(slot: slot, views: part))
                rest -= UInt32(part)
            }
        }
        while ends.count < rows.count { ends.append(UInt32(cells.count)) }
        self.day = day
        self.cells = cells
        self.rows = zip(rows, ends).map { row, end in
            Row(article: row.article, place: row.place, section: row.section, cellsEnd: end)
        }
    }

    var bytes: Int { rows.count * MemoryLayout<Row>.stride + cells.count * MemoryLayout<Cell>.stride }
}
