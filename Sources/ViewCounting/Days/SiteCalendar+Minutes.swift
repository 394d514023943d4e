extension SiteCalendar {
    /// The instants at which the site's clocks show a time, earliest first: mostly one; two where the clock is put back over
    /// it, none where it is put forward.
    ///
    /// - Returns: Seconds since 1970 UTC.
    public func instants(of day: CalendarDay, secondOfDay: Int) -> [Int64] {
        let local = Int64(day.number) * SiteCalendar.secondsPerDay + Int64(secondOfDay)
        return stretches(of: day).compactMap { stretch in
            let second = local - stretch.offset
            return stretch.contains(second) ? second : nil
        }
    }

    /// The minutes that can be of a day: from its first one to the first behind it, since 1970 UTC; nil for a day that the
    /// zone skipped.
    public func minutes(of day: CalendarDay) -> Range<Int>? {
        let stretches = stretches(of: day)
        guard let first = stretches.first, let last = stretches.last else { return nil }
        return Int(first.start / 60)..<Int(last.end / 60)
    }

    /// The ends of a day's windows: multiples of the step from local midnight whose last minute is of the day, since 1970 UTC.
    ///
    /// - Parameter step: 1 or more.
    public func windowEnds(of day: CalendarDay, every step: WindowLength) -> [Int] {
        guard let minutes = minutes(of: day) else { return [] }
        return stride(from: minutes.lowerBound + step.minutes, through: minutes.upperBound, by: step.minutes)
            .filter { self.day(at: Int64($0 - 1) * 60) == day }
    }
}
