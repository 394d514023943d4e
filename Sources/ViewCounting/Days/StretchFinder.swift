/// Finds the local day of instants that come in any order, asking the calendar once for each stretch.
struct StretchFinder {
    private let calendar: SiteCalendar
    private var stretches: [DayStretch] = []
    private var current = 0
    /// Numbers of the stretches that reach into a UTC day: at most a handful.
    private var numbersByUTCDay: [Int64: [Int]] = [:]

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
        let utcDay = floorDivide(second, SiteCalendar.secondsPerDay)
        if let known = numbersByUTCDay[utcDay]?.first(where: { stretches[$0].contains(second) }) {
            current = known
        } else {
            current = stretches.count
            let stretch = calendar.stretch(around: second)
            stretches.append(stretch)
            let lastUTCDay = floorDivide(stretch.end - 1, SiteCalendar.secondsPerDay)
            for day in floorDivide(stretch.start, SiteCalendar.secondsPerDay)...lastUTCDay {
                numbersByUTCDay[day, default: []].append(current)
            }
        }
        return current
    }
}
