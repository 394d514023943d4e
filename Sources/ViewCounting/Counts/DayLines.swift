public import LogReading

/// The lines of a local day, of one source or of all: how many of what, when, and in which formats.
public struct DayLines: Hashable, Sendable {
    /// Lines by outcome. In what one source brought, `view` stands for clicks: double clicks are not told apart yet.
    public var accounting: Accounting
    /// The earliest and the latest line, seconds since 1970 UTC.
    public var firstSecond: UInt32
    public var lastSecond: UInt32
    /// The minutes in which a line was logged.
    public var minutes: MinuteSet
    /// Lines by form of log format; only forms that occurred.
    public var formats: [LogFormat: Int]

    public init(
        accounting: Accounting, firstSecond: UInt32, lastSecond: UInt32, minutes: MinuteSet, formats: [LogFormat: Int]
    ) {
        self.accounting = accounting
        self.firstSecond = firstSecond
        self.lastSecond = lastSecond
        self.minutes = minutes
        self.formats = formats
    }

    /// No lines of a day.
    init(noneOf day: CalendarDay) {
        self.init(
            accounting: Accounting(), firstSecond: .max, lastSecond: 0, minutes: MinuteSet(day: day), formats: [:])
    }

    /// - Precondition: Both are of one day.
    static func += (left: inout DayLines, right: DayLines) {
        left.accounting += right.accounting
        left.firstSecond = min(left.firstSecond, right.firstSecond)
        left.lastSecond = max(left.lastSecond, right.lastSecond)
        left.minutes.formUnion(right.minutes)
        left.formats.merge(right.formats, uniquingKeysWith: +)
    }
}

/// The minutes of a local day in which something was, as bits.
public struct MinuteSet: Hashable, Sendable {
    /// The minute since 1970 UTC of the first bit: no zone's day begins earlier.
    private let firstMinute: Int64
    /// 64 minutes each, from 16 hours before the day's midnight in UTC to 16 hours after the next; the lowest bit first.
    public private(set) var words: [UInt64]

    /// No zone has ever been further from UTC.
    private static let widestOffsetMinutes: Int64 = 16 * 60
    private static let minutesPerDay: Int64 = 24 * 60
    private static let wordCount = Int(minutesPerDay + 2 * widestOffsetMinutes) / 64 + 1

    public init(day: CalendarDay) {
        firstMinute = Int64(day.number) * MinuteSet.minutesPerDay - MinuteSet.widestOffsetMinutes
        words = Array(repeating: 0, count: MinuteSet.wordCount)
    }

    /// The set that `words` was read from; nil where that is no set's.
    public init?(day: CalendarDay, words: [UInt64]) {
        guard words.count == MinuteSet.wordCount else { return nil }
        self.init(day: day)
        self.words = words
    }

    @inline(__always)
    mutating func insert(second: UInt32) {
        let bit = Int(Int64(second) / 60 - firstMinute)
        words[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    mutating func formUnion(_ other: MinuteSet) {
        precondition(other.firstMinute == firstMinute, "minutes of one day only")
        for index in words.indices { words[index] |= other.words[index] }
    }

    /// Those of some hours in which no minute of the set begins.
    public func missing(in hours: [LocalHour]) -> [LocalHour] {
        hours.filter { !intersects(start: $0.start, end: $0.end) }
    }

    /// The hours of the clock (0 to 23) in which a minute of the set begins; of an hour that comes twice, both times.
    ///
    /// An hour that the day does not have, as its clock was put forward, is not among them.
    ///
    /// - Parameter hours: All hours of the day.
    public func clockHours(in hours: [LocalHour]) -> Set<Int> {
        Set(hours.map(\.hour)).subtracting(missing(in: hours).map(\.hour))
    }

    /// Whether any minute that begins in `start..<end` (seconds since 1970 UTC) is in the set.
    func intersects(start: Int64, end: Int64) -> Bool {
        (start / 60..<(end + 59) / 60).contains { minute in
            let bit = Int(minute - firstMinute)
            return words.indices.contains(bit >> 6) && words[bit >> 6] >> UInt64(bit & 63) & 1 == 1
        }
    }
}
