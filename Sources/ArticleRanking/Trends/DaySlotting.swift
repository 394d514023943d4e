public import ViewCounting

/// Folds the views of a day by minute into slots of ten, an article after the other.
public struct DaySlotting: Sendable {
    private let phase: Int
    /// The minute at which slot 0 begins.
    private let firstMinute: Int
    private var cells: [SlottedDay.Cell] = []
    /// Where those of each article end, as far as they have come.
    private var ends: [UInt32] = []

    /// - Parameters:
    ///   - earliest: The minute of the first view.
    ///   - count: Of articles, at the most.
    public init(earliest: UInt32, articles count: Int, in grid: TrendGrid) {
        phase = grid.phase
        firstMinute = Int(earliest) - (Int(earliest) - grid.phase + TrendGrid.slotMinutes) % TrendGrid.slotMinutes
        ends.reserveCapacity(count)
        cells.reserveCapacity(count * DaySlotting.usualSlots)
    }

    /// Adds the views of an article behind those of articles before it.
    ///
    /// - Parameter views: One article's, in the order of minutes.
    public mutating func add(_ views: UnsafeBufferPointer<MinuteViews.Cell>) {
        guard let first = views.first, let last = views.last else { return }
        while ends.count < Int(first.article) { ends.append(UInt32(cells.count)) }
        var (sum, least) = (0, UInt32.max)
        for view in views {
            sum += Int(view.views)
            least = min(least, view.views)
        }
        if sum <= SlottedDay.fullCell, least > 0, slot(last) < SlottedDay.mostSlots {
            fold(views)
        } else {
            foldMany(views)
        }
    }

    @inline(__always)
    private func slot(_ view: MinuteViews.Cell) -> Int {
        DaySlotting.slot(Int(view.minute), from: firstMinute)
    }

    @inline(__always)
    private static func slot(_ minute: Int, from firstMinute: Int) -> Int {
        (minute - firstMinute) / TrendGrid.slotMinutes
    }

    /// Writes each slot as often as it has minutes, which is cheaper than to ask whether another begins.
    private mutating func fold(_ views: UnsafeBufferPointer<MinuteViews.Cell>) {
        let start = cells.count
        cells.append(contentsOf: repeatElement(SlottedDay.Cell(slot: 0, views: 0), count: views.count))
        var next = start - 1
        let firstMinute = firstMinute
        cells.withUnsafeMutableBufferPointer { cells in
            var (last, sum) = (-1, 0)
            for view in views {
                let slot = DaySlotting.slot(Int(view.minute), from: firstMinute)
                next += slot == last ? 0 : 1
                sum = (slot == last ? sum : 0) + Int(view.views)
                last = slot
                cells[next] = SlottedDay.Cell(
                    slot: UInt16(truncatingIfNeeded: slot), views: UInt16(truncatingIfNeeded: sum))
            }
        }
        cells.removeLast(cells.count - 1 - next)
    }

    /// The same of views of which a cell may not hold all of a slot.
    private mutating func foldMany(_ views: UnsafeBufferPointer<MinuteViews.Cell>) {
        var next = 0
        while next < views.count {
            let slot = slot(views[next])
            var rest = 0
            while next < views.count, self.slot(views[next]) == slot {
                rest += Int(views[next].views)
                next += 1
            }
            while rest > 0, slot < SlottedDay.mostSlots {
                let part = UInt16(clamping: rest)
                cells.append(SlottedDay.Cell(slot: UInt16(slot), views: part))
                rest -= Int(part)
            }
        }
    }

    /// The day, when all its views have been added.
    ///
    /// - Parameter rows: The articles that were numbered.
    public func finished(_ day: CalendarDay, _ rows: [NumberedDay.Row]) -> SlottedDay {
        SlottedDay(
            day, phase: phase, firstMinute: firstMinute,
            rows: rows.enumerated().map { index, row in
                SlottedDay.Row(
                    article: row.article, place: row.place,
                    section: row.section == PlaceTable.noSection ? 0 : row.section + 1,
                    cellsEnd: index < ends.count ? ends[index] : UInt32(cells.count))
            }, cells: cells)
    }

    /// Of an article with few views: room for as many is made beforehand.
    private static let usualSlots = 12
}
