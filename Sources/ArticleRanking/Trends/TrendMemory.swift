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
    /// Those that hold views of the time that is asked about are looked at first: they tell which articles can rise.
    ///
    /// - Parameters:
    ///   - days: In order, up to the one that is asked about. They have to be those of the last time, as far as they are asked for again.
    ///   - read: A day's slots in a grid; nil for a day without lines.
    public mutating func counts<Failure: Error>(
        _ grid: TrendGrid, _ length: WindowLength, of days: some Sequence<CalendarDay>, _ rules: TrendRules,
        read: (CalendarDay, TrendGrid) throws(Failure) -> SlottedDay?
    ) throws(Failure) -> PlacedCounts {
        forget(before: grid.firstDay)
        let firstAsked = grid.day.number - Int32(AskedArticles.daysBefore(length))
        var past: [CalendarDay] = []
        var asked: [SlottedDay] = []
        for day in days where day >= grid.firstDay {
            if day.number < firstAsked {
                past.append(day)
            } else if let slotted = try slotted(day, grid, read) {
                asked.append(slotted)
            }
        }
        var counts = PlacedCounts(grid, length, rules, asked: asked)
        for day in past {
            if let slotted = try slotted(day, grid, read) { counts.add(slotted) }
        }
        for slotted in asked { counts.add(slotted) }
        return counts
    }

    private mutating func slotted<Failure: Error>(
        _ day: CalendarDay, _ grid: TrendGrid, _ read: (CalendarDay, TrendGrid) throws(Failure) -> SlottedDay?
    ) throws(Failure) -> SlottedDay? {
        if let kept = days[day], kept.phase == grid.phase { return kept }
        let slotted = try read(day, grid)
        if let slotted { keep(slotted) }
        return slotted
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
