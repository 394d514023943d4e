import Foundation
public import LogReading

/// The site's clock: which local day an instant belongs to, by the rules of its IANA zone.
///
/// Days have 23, 24 or 25 hours, or other lengths where a zone changes its offset by other steps. A local day may
/// even come in two stretches, where a clock is put back across midnight. The process's own `TZ` is never asked.
public struct SiteCalendar: Sendable {
    /// The zone's IANA name, as given.
    public let zoneName: String
    private let zone: TimeZone

    /// Nil where no zone has this name.
    public init?(zoneName: String) {
        guard let zone = TimeZone(identifier: zoneName) else { return nil }
        self.zoneName = zoneName
        self.zone = zone
    }

    /// Seconds east of UTC at an instant (seconds since 1970 UTC), in whole minutes.
    ///
    /// Whole minutes, so that a UTC minute lies in one local day. The one zone that had seconds in its offset after 1970
    /// is Africa/Monrovia, until 7 January 1972.
    public func offset(at second: Int64) -> Int64 {
        let seconds = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second))))
        return seconds - seconds % 60
    }

    public func day(at second: Int64) -> CalendarDay {
        CalendarDay(number: Int32(floorDivide(second + offset(at: second), SiteCalendar.secondsPerDay)))
    }

    /// The longest run of instants around `second` that has one offset and lies in one local day.
    ///
    /// - Complexity: some 50 look-ups of the zone; ask once per stretch, not once per line.
    public func stretch(around second: Int64) -> DayStretch {
        let offset = offset(at: second)
        let dayNumber = floorDivide(second + offset, SiteCalendar.secondsPerDay)
        let midnight = dayNumber * SiteCalendar.secondsPerDay - offset
        var start = midnight
        var probe = second
        while probe > midnight {
            let earlier = max(midnight, probe - SiteCalendar.secondsPerHour)
            if self.offset(at: earlier) != offset {
                start = firstInstant(after: earlier, upTo: probe) { self.offset(at: $0) == offset }
                break
            }
            probe = earlier
        }
        let nextMidnight = midnight + SiteCalendar.secondsPerDay
        var end = nextMidnight
        probe = second
        while probe < nextMidnight - 1 {
            let later = min(nextMidnight - 1, probe + SiteCalendar.secondsPerHour)
            if self.offset(at: later) != offset {
                end = firstInstant(after: probe, upTo: later) { self.offset(at: $0) != offset }
                break
            }
            probe = later
        }
        return DayStretch(day: CalendarDay(number: Int32(dayNumber)), start: start, end: end, offset: offset)
    }

    /// The stretches of a local day, earliest first; none for a day that the zone skipped.
    public func stretches(of day: CalendarDay) -> [DayStretch] {
        let utcMidnight = Int64(day.number) * SiteCalendar.secondsPerDay
        var found: [DayStretch] = []
        var second = utcMidnight - SiteCalendar.widestOffset
        while second < utcMidnight + SiteCalendar.secondsPerDay + SiteCalendar.widestOffset {
            let stretch = stretch(around: second)
            if stretch.day == day { found.append(stretch) }
            second = stretch.end
        }
        return found
    }

    /// The instant at which the day is over: no later instant belongs to it. Nil for a day that the zone skipped.
    public func end(of day: CalendarDay) -> Int64? { stretches(of: day).last?.end }

    /// The day's hours by the local clock, in their order in time; an hour that comes twice is listed twice.
    public func hours(of day: CalendarDay) -> [LocalHour] {
        stretches(of: day).flatMap { stretch in
            var hours: [LocalHour] = []
            var start = stretch.start
            while start < stretch.end {
                let hour = floorDivide(start + stretch.offset, SiteCalendar.secondsPerHour)
                let end = min((hour + 1) * SiteCalendar.secondsPerHour - stretch.offset, stretch.end)
                hours.append(LocalHour(hour: Int(hour - Int64(day.number) * 24), start: start, end: end))
                start = end
            }
            return hours
        }
    }

    /// The wall clock at an instant.
    public func localTime(at second: Int64) -> LocalTime {
        let offset = offset(at: second)
        let local = second + offset
        let day = floorDivide(local, SiteCalendar.secondsPerDay)
        return LocalTime(
            day: CalendarDay(number: Int32(day)),
            secondOfDay: Int(local - day * SiteCalendar.secondsPerDay),
            offset: Int(offset))
    }

    /// The first instant of `(low, high]` for which the condition holds, where it holds from some instant on.
    private func firstInstant(after low: Int64, upTo high: Int64, where holds: (Int64) -> Bool) -> Int64 {
        var low = low
        var high = high
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        return high
    }

    static let secondsPerHour: Int64 = 3600
    static let secondsPerDay: Int64 = 86_400
    /// No zone has ever been further from UTC than this.
    private static let widestOffset: Int64 = 16 * secondsPerHour
}

/// A run of instants `start..<end` (seconds since 1970 UTC) with one offset in one local day.
public struct DayStretch: Hashable, Sendable {
    public let day: CalendarDay
    public let start: Int64
    public let end: Int64
    /// Seconds east of UTC.
    public let offset: Int64

    public func contains(_ second: Int64) -> Bool { start <= second && second < end }
}

/// Division that rounds down, also below zero.
func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}

extension SiteCalendar {
    /// The instant at which the site's clocks show a time: the first of two where they show it twice; where they skip it,
    /// as if they had not been put forward.
    ///
    /// - Parameter local: Seconds since 1970 by the wall.
    public func firstInstant(ofLocal local: Int64) -> Int64 {
        let before = local - offset(at: local - 86_400)
        let after = local - offset(at: local + 86_400)
        if before == after { return before }
        let fitting = [before, after].filter { $0 + offset(at: $0) == local }
        return fitting.min() ?? before
    }

    /// The same for the readers of logs: for times that were logged without their zone.
    public var localClock: LocalClock {
        LocalClock { firstInstant(ofLocal: $0) }
    }
}
