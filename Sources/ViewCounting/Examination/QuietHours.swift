/// The hours, by the site's clock, between the first line and the last in which no line was logged.
public struct QuietHours: Sendable {
    /// Instants `start..<end`, seconds since 1970 UTC; those that follow each other are one.
    public private(set) var stretches: [Range<Int64>] = []

    /// - Parameter days: What logs brought to days, in any order; several may be of one day.
    public init(_ days: [SourceDay], calendar: SiteCalendar) {
        var lines: [CalendarDay: DayLines] = [:]
        for day in days where day.hasLines { lines[day.day, default: DayLines(noneOf: day.day)] += day.lines }
        let first = Int64(lines.values.map(\.firstSecond).min() ?? 0)
        let last = Int64(lines.values.map(\.lastSecond).max() ?? 0)
        // In the order of time: where a clock is put back across midnight, the day before comes again.
        let hours = lines.flatMap { day, lines in
            calendar.hours(of: day).map { (hour: $0, hasLines: lines.minutes.intersects(start: $0.start, end: $0.end)) }
        }.sorted { $0.hour.start < $1.hour.start }
        var reached: Int64?
        for (hour, hasLines) in hours where hour.end > first && hour.start <= last {
            // Whole days without a line lie between.
            if let reached, reached < hour.start { add(reached..<hour.start) }
            if !hasLines { add(hour.start..<hour.end) }
            reached = hour.end
        }
    }

    /// How many hours these are together; one that is shorter, where the clock changes, is one too.
    public var hours: Int {
        stretches.reduce(0) { $0 + Int(($1.upperBound - $1.lowerBound + 3599) / 3600) }
    }

    private mutating func add(_ stretch: Range<Int64>) {
        if let last = stretches.last, last.upperBound == stretch.lowerBound {
            stretches[stretches.count - 1] = last.lowerBound..<stretch.upperBound
        } else {
            stretches.append(stretch)
        }
    }
}
