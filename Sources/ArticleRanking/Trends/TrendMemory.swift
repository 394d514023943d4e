public import ViewCounting

/// Days that trends were made of, kept for the next day that is asked about: of 57 days it needs 56 once more.
public struct TrendMemory: Sendable {
    private var days: [CalendarDay: SlottedDay] = [:]
    private let mostBytes: Int
    private var bytes = 0

    /// What is kept at the most; a day that does not fit is read again whenever it is needed.
    public static let usualBytes = 128 << 20

    public init(mostBytes: Int = TrendMemory.usualBytes) {
        self.mostBytes = mostBytes
    }

    /// Counts the days that a grid reaches, one after the other.
    ///
    /// - Parameters:
    ///   - days: In order, up to the one that is asked about. They have to be those of the last time, as far as they are asked for again.
    ///   - read: A day's rows and its views, whose articles are these rows; nil for a day without lines.
    public mutating func counts<Failure: Error>(
        _ grid: TrendGrid, _ length: WindowLength, of days: some Sequence<CalendarDay>,
        read: (CalendarDay) throws(Failure) -> (rows: [NumberedDay.Row], views: MinuteViews)?
    ) throws(Failure) -> PlacedCounts {
        var counts = PlacedCounts(grid, length)
        forget(before: grid.firstDay)
        for day in days where day >= grid.firstDay {
            if let kept = self.days[day], kept.phase == grid.phase {
                counts.add(kept)
            } else if let (rows, views) = try read(day) {
                let slotted = SlottedDay(day, rows, views, in: grid)
                keep(slotted)
                counts.add(slotted)
            }
        }
        return counts
    }

    private mutating func keep(_ slotted: SlottedDay) {
        if let old = days.removeValue(forKey: slotted.day) { bytes -= old.bytes }
        guard bytes + slotted.bytes <= mostBytes else { return }
        days[slotted.day] = slotted
        bytes += slotted.bytes
    }

    /// Days come in order: none before this one is asked for again.
    private mutating func forget(before first: CalendarDay) {
        for (day, slotted) in days where day < first {
            days[day] = nil
            bytes -= slotted.bytes
        }
    }
}
