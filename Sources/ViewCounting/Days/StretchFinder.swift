/// Finds the local day of instants that come in any order, asking the calendar once for each stretch.
struct StretchFinder {
    private let calendar: SiteCalendar
    private var stretches: [DayStretch] = []
    private var current = 0

    init(_ calendar: SiteCalendar) {
        self.calendar = calendar
    }

    /// The number of the stretch around `second`, which stays the same as long as the finder lives.
    @inline(__always)
    mutating func index(around second: Int64) -> Int {
        if current < stretches.count, stretches[current].contains(second) { return current }
        return search(second)
    }

    subscript(index: Int) -> DayStretch { stretches[index] }

    /// The local day of an instant.
    @inline(__always)
    mutating func day(at second: Int64) -> CalendarDay {
        let index = index(around: second)
        return stretches[index].day
    }

    @inline(never)
    private mutating func search(_ second: Int64) -> Int {
        // The newest are asked first: logs mostly go forward.
        if let known = stretches.lastIndex(where: { $0.contains(second) }) {
            current = known
        } else {
            current = stretches.count
            stretches.append(calendar.stretch(around: second))
        }
        return current
    }
}
