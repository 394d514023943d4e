import ViewCounting

/// What is kept of one article in one scope while days go by.
struct ChartCourse {
    private var peakRank = UInt32.max
    private var daysInTop: UInt32 = 0
    /// Holds as of `lastDayInTop`.
    private var streak: UInt32 = 0
    private var lastDayInTop = Int32.min
    private let firstDay: Int32
    private var lastDay: Int32
    /// The day with a view before `lastDay`; `lastDay` itself where there is none.
    private var dayBeforeLast: Int32

    /// A course that begins on a day, which is then added.
    init(from day: CalendarDay) {
        firstDay = day.number
        lastDay = day.number
        dayBeforeLast = day.number
    }

    /// Adds a day with a view; days come in order.
    mutating func add(_ day: CalendarDay, rank: UInt32, isInTop: Bool) {
        dayBeforeLast = lastDay
        lastDay = day.number
        peakRank = min(peakRank, rank)
        guard isInTop else { return }
        daysInTop += 1
        streak = lastDayInTop == day.previous.number ? streak + 1 : 1
        lastDayInTop = day.number
    }

    func entry(on day: CalendarDay) -> ChartEntry {
        ChartEntry(
            peakRank: Int(peakRank), daysInTop: Int(daysInTop), streak: lastDayInTop == day.number ? Int(streak) : 0,
            firstDay: CalendarDay(number: firstDay),
            isReentry: lastDay == day.number && lastDay > firstDay && dayBeforeLast < day.previous.number)
    }
}
