import ViewCounting

/// Folds the views of a day by minute into slots of ten, an article after the other.
struct DaySlotting: Sendable {
    private let phase: Int
    /// The minute at which slot 0 begins.
    private let firstMinute: Int
    private var cells: [SlottedDay.Cell] = []
    /// Where those of each article end, as far as they have come.
    private var ends: [UInt32] = []

    /// - Parameters:
    ///   - earliest: The minute of the first view.
    ///   - count: Of articles, at the most.
    init(earliest: UInt32, articles count: Int, in grid: TrendGrid) {
        phase = grid.phase
        firstMinute = Int(earliest) - (Int(earliest) - grid.phase + TrendGrid.slotMinutes) % TrendGrid.slotMinutes
        ends.reserveCapacity(count)
        cells.reserveCapacity(count * DaySlotting.usualSlots)
    }

    /// Adds the views of an article behind those of articles before it.
    ///
    /// - Parameter views: One article's, in the order of minutes.
    mutating func add(_ views: MinuteViews.Steps, of article: Int) {
        while ends.count < article { ends.append(UInt32(cells.count)) }
        var (sum, least, last) = (0, Int.max, 0)
        for view in views {
            sum += view.views
            least = min(least, view.views)
            last = view.minute
        }
        if sum <= SlottedDay.fullCell, least > 0, DaySlotting.slot(last, from: firstMinute) < SlottedDay.mostSlots {
            fold(views)
        } else {
            foldMany(views)
        }
    }

    @inline(__always)
    private static func slot(_ minute: Int, from firstMinute: Int) -> Int {
        (minute - firstMinute) / TrendGrid.slotMinutes
    }

    /// Writes each slot as often as it has minutes, which is cheaper than to ask whether another begins.
    private mutating func fold(_ views: MinuteViews.Steps) {
        let start = cells.count
        cells.append(contentsOf: repeatElement(SlottedDay.Cell(slot: 0, views: 0), count: views.steps.count))
        var next = start - 1
        let firstMinute = firstMinute
        cells.withUnsafeMutableBufferPointer { cells in
            var (last, sum) = (-1, 0)
            for view in views {
                let slot = DaySlotting.slot(view.minute, from: firstMinute)
                next += slot == last ? 0 : 1
                sum = (slot == last ? sum : 0) + view.views
                last = slot
                cells[next] = SlottedDay.Cell(
                    slot: UInt16(truncatingIfNeeded: slot), views: UInt16(truncatingIfNeeded: sum))
            }
        }
        cells.removeLast(cells.count - 1 - next)
    }

    /// The same of views of which a cell may not hold all of a slot.
    private mutating func foldMany(_ views: MinuteViews.Steps) {
        var (last, sum) = (0, 0)
        for view in views {
            let slot = DaySlotting.slot(view.minute, from: firstMinute)
            if slot != last {
                append(sum, slot: last)
                (last, sum) = (slot, 0)
            }
            sum += view.views
        }
        append(sum, slot: last)
    }

    private mutating func append(_ views: Int, slot: Int) {
        var rest = views
        while rest > 0, slot < SlottedDay.mostSlots {
            let part = UInt16(clamping: rest)
            cells.append(SlottedDay.Cell(slot: UInt16(slot), views: part))
            rest -= Int(part)
        }
    }

    /// The day, when all its views have been added.
    ///
    /// - Parameter rows: The articles that were numbered.
    func finished(_ day: CalendarDay, _ rows: [NumberedDay.Row]) -> SlottedDay {
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
