import ViewCounting

/// How the times of one local day are written; where the clock changes on it, each with its offset.
struct DayClock {
    private let day: CalendarDay
    private let calendar: SiteCalendar
    private let stretches: [DayStretch]

    init(day: CalendarDay, calendar: SiteCalendar) {
        self.day = day
        self.calendar = calendar
        stretches = calendar.stretches(of: day)
    }

    /// `23:59:58`, or `02:30:00 (+02:00)`.
    func text(_ time: LocalTime) -> String { time.clock + offset(of: time) }

    /// `23:59`, or `02:30 (+02:00)`.
    func minute(_ time: LocalTime) -> String { short(time) + offset(of: time) }

    /// `2026-03-04 04:00`: an instant (seconds since 1970 UTC) by the site's clock.
    static func dayAndMinute(_ second: Int64, _ calendar: SiteCalendar) -> String {
        let time = calendar.localTime(at: second)
        return "\(time.day) \(DayClock(day: time.day, calendar: calendar).minute(time))"
    }

    /// Says how long the day is where that is not 24 hours of one offset; nil for an ordinary day.
    var change: String? {
        let minutes = stretches.reduce(0) { $0 + Int($1.end - $1.start) } / DayClock.secondsPerMinute
        guard hasSeveralOffsets || minutes != DayClock.ordinaryMinutes else { return nil }
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: DayClock.minutesPerHour)
        let restText = rest == 0 ? "" : " and \(Figures.count(rest, "minute", "minutes"))"
        return "The clock changes: this day has \(Figures.count(hours, "hour", "hours"))\(restText)"
    }

    /// Hours as ranges, those that follow each other as one: `02:00–05:00`.
    func ranges(of hours: [LocalHour]) -> [String] {
        var ranges: [(start: Int64, end: Int64)] = []
        for hour in hours {
            if let last = ranges.last, last.end == hour.start {
                ranges[ranges.count - 1].end = hour.end
            } else {
                ranges.append((hour.start, hour.end))
            }
        }
        return ranges.map { range in
            let start = calendar.localTime(at: range.start)
            let end = DayClock.end(range.end, calendar)
            let from = short(start) + (start.offset == end.offset ? "" : offset(of: start))
            return "\(from)–\(short(end))\(offset(of: end))"
        }
    }

    /// `24:00`, not the next day's `00:00`: an instant (seconds since 1970 UTC) as the end of what was before it.
    static func end(_ second: Int64, _ calendar: SiteCalendar) -> LocalTime {
        let last = calendar.localTime(at: second - 1)
        return LocalTime(day: last.day, secondOfDay: last.secondOfDay + 1, offset: last.offset)
    }

    private func short(_ time: LocalTime) -> Substring { time.clock.prefix(DayClock.hourAndMinute) }

    private func offset(of time: LocalTime) -> String { hasSeveralOffsets ? " (\(time.offsetText))" : "" }

    private var hasSeveralOffsets: Bool { stretches.contains { $0.offset != stretches[0].offset } }

    private static let secondsPerMinute = 60
    private static let minutesPerHour = 60
    private static let ordinaryMinutes = 1440
    /// `HH:MM` of `HH:MM:SS`.
    private static let hourAndMinute = 5
}
