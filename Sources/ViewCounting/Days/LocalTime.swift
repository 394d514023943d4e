/// A wall-clock time on a local day, with the offset that tells two equal readings apart.
public struct LocalTime: Hashable, Sendable {
    public let day: CalendarDay
    /// 0 ... 86,399, as the wall clock shows it.
    public let secondOfDay: Int
    /// Seconds east of UTC.
    public let offset: Int

    public init(day: CalendarDay, secondOfDay: Int, offset: Int) {
        self.day = day
        self.secondOfDay = secondOfDay
        self.offset = offset
    }

    /// `HH:MM:SS`.
    public var clock: String {
        [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60]
            .map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    }

    /// `+09:00`, `-03:30`; seconds are shown only where a zone has them.
    public var offsetText: String {
        let magnitude = abs(offset)
        let parts = [magnitude / 3600, magnitude / 60 % 60] + (magnitude % 60 == 0 ? [] : [magnitude % 60])
        return (offset < 0 ? "-" : "+") + parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    }
}

/// One hour of a local day by its clock: usually 60 minutes, less where the clock changes within it.
public struct LocalHour: Hashable, Sendable {
    /// 0 ... 23, as the wall clock shows it.
    public let hour: Int
    /// Instants `start..<end`, seconds since 1970 UTC.
    public let start: Int64
    public let end: Int64

    public init(hour: Int, start: Int64, end: Int64) {
        self.hour = hour
        self.start = start
        self.end = end
    }
}
