/// What one source brings to one local day, while it is read.
struct DayTally {
    let day: CalendarDay
    var accounting = Accounting()
    /// The earliest and latest line, seconds since 1970 UTC.
    var firstSecond = UInt32.max
    var lastSecond: UInt32 = 0
    /// Lines without referrer and agent.
    var commonLines = 0
    /// Robots' lines by page number. A dictionary: years of days in one log must not each hold room for all pages.
    private(set) var robotLines: [UInt32: Int] = [:]
    private(set) var minutes: MinuteSet

    init(day: CalendarDay) {
        self.day = day
        minutes = MinuteSet(day: day)
    }

    @inline(__always)
    mutating func note(second: UInt32, isCombined: Bool) {
        if !isCombined { commonLines += 1 }
        if second < firstSecond { firstSecond = second }
        if second > lastSecond { lastSecond = second }
        minutes.insert(second: second)
    }

    mutating func noteRobot(page: UInt32) {
        robotLines[page, default: 0] += 1
    }
}

/// The minutes of a local day in which something was, as bits.
public struct MinuteSet: Hashable, Sendable {
    /// The minute since 1970 UTC of the first bit: no zone's day begins earlier.
    private let firstMinute: Int64
    private var words: [UInt64]

    /// No zone has ever been further from UTC.
    private static let widestOffsetMinutes: Int64 = 16 * 60
    private static let minutesPerDay: Int64 = 24 * 60

    init(day: CalendarDay) {
        firstMinute = Int64(day.number) * MinuteSet.minutesPerDay - MinuteSet.widestOffsetMinutes
        words = Array(
            repeating: 0, count: Int(MinuteSet.minutesPerDay + 2 * MinuteSet.widestOffsetMinutes) / 64 + 1)
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

    /// Whether any minute that begins in `start..<end` (seconds since 1970 UTC) is in the set.
    func intersects(start: Int64, end: Int64) -> Bool {
        (start / 60..<(end + 59) / 60).contains { minute in
            let bit = Int(minute - firstMinute)
            return words.indices.contains(bit >> 6) && words[bit >> 6] >> UInt64(bit & 63) & 1 == 1
        }
    }
}
