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
    public mutating func add(_ views: Span<MinuteViews.Cell>) {
        guard !views.isEmpty else { return }
        while ends.count < Int(views[0].article) { ends.append(UInt32(cells.count)) }
        var (slot, slotEnd, sum) = (0, 0, 0)
        for index in views.indices {
            let minute = Int(views[index].minute)
            if minute >= slotEnd {
                append(sum, slot)
                slot = (minute - firstMinute) / TrendGrid.slotMinutes
                slotEnd = firstMinute + (slot + 1) * TrendGrid.slotMinutes
                sum = 0
            }
            sum += Int(views[index].views)
        }
        append(sum, slot)
    }

    @inline(__always)
    private mutating func append(_ views: Int, _ slot: Int) {
        guard views > 0, slot < SlottedDay.mostSlots else { return }
        var rest = views
        while rest > SlottedDay.fullCell {
            cells.append(SlottedDay.Cell(slot: UInt16(slot), views: UInt16.max))
            rest -= SlottedDay.fullCell
        }
        cells.append(SlottedDay.Cell(slot: UInt16(slot), views: UInt16(rest)))
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
