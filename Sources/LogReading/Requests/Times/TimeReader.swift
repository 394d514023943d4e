/// Reads times of all forms; what the fields of a line say together is its instant.
struct TimeReader {
    private let clock: LocalClock
    private var common = TimestampReader()
    /// The local minute asked for last, with its instant: most lines are of the same minute as the one before.
    private var lastMinute: (local: Int64, instant: Int64)?
    /// The date read last, by its bytes.
    private var lastDate: (first: UInt64, last: UInt64, midnight: Int64)?

    /// - Parameter clock: Reads times that are logged without their zone.
    init(clock: LocalClock) {
        self.clock = clock
    }

    /// Reads what is written where the range begins.
    ///
    /// - Returns: The place behind it; nil where there is no such time.
    mutating func read(
        _ form: TimeForm, _ block: ByteView, _ range: Range<Int>, into parts: inout TimeParts
    ) -> Int? {
        switch form {
        case .commonLog:
            let end = range.lowerBound + TimestampReader.length
            guard end <= range.upperBound, let instant = common.instant(block, at: range.lowerBound) else { return nil }
            parts.instant = Int64(instant)
            return end
        case .iso8601: return readISO8601(block, range, into: &parts)
        case .epoch(let unit): return TimeReader.readEpoch(unit, block, range, into: &parts)
        case .date: return readDate(block, range, into: &parts)
        case .timeOfDay: return TimeReader.readTimeOfDay(block, range, into: &parts)
        case .pattern(let pattern): return pattern.read(block, range, into: &parts)
        }
    }

    /// What the parts say together; nil where they do not make a time.
    mutating func instant(of parts: TimeParts) -> UInt32? {
        let instant: Int64
        if let whole = parts.instant {
            instant = whole
        } else {
            guard let local = parts.local else { return nil }
            if let offset = parts.offset {
                instant = local - offset
            } else {
                instant = self.instant(ofLocal: local)
            }
        }
        return UInt32(exactly: instant)
    }

    private mutating func instant(ofLocal local: Int64) -> Int64 {
        let minute = local - local % 60
        if let lastMinute, lastMinute.local == minute { return lastMinute.instant + (local - minute) }
        let instant = clock.instant(ofMinute: minute)
        lastMinute = (minute, instant)
        return instant + (local - minute)
    }
}

// The forms that are no pattern.
extension TimeReader {
    private mutating func readISO8601(_ block: ByteView, _ range: Range<Int>, into parts: inout TimeParts) -> Int? {
        guard let dateEnd = readDate(block, range, into: &parts), dateEnd < range.upperBound,
            block[dateEnd] == UInt8(ascii: "T") || block[dateEnd] == UInt8(ascii: "t") || block[dateEnd] == space,
            let timeEnd = TimeReader.readTimeOfDay(block, (dateEnd + 1)..<range.upperBound, into: &parts)
        else { return nil }
        if let zoneEnd = TimeReader.readOffset(block, timeEnd..<range.upperBound, into: &parts) { return zoneEnd }
        return timeEnd
    }

    /// `2015-05-17`
    private mutating func readDate(_ block: ByteView, _ range: Range<Int>, into parts: inout TimeParts) -> Int? {
        let start = range.lowerBound
        guard range.count >= 10 else { return nil }
        let words = (block.word(at: start), block.word(at: start + 2))
        if let lastDate, lastDate.first == words.0, lastDate.last == words.1 {
            parts.midnight = lastDate.midnight
            return start + 10
        }
        guard block[start + 4] == minus, block[start + 7] == minus,
            let year = decimal(block, at: start, digits: 4), let month = decimal(block, at: start + 5, digits: 2),
            let day = decimal(block, at: start + 8, digits: 2),
            let midnight = TimeParts.midnight(year: year, month: month, day: day)
        else { return nil }
        lastDate = (words.0, words.1, midnight)
        parts.midnight = midnight
        return start + 10
    }

    /// `10:05:03`, and a point or comma with digits.
    private static func readTimeOfDay(_ block: ByteView, _ range: Range<Int>, into parts: inout TimeParts) -> Int? {
        let start = range.lowerBound
        guard range.count >= 8, block[start + 2] == colon, block[start + 5] == colon,
            let hour = decimal(block, at: start, digits: 2), hour < 24,
            let minute = decimal(block, at: start + 3, digits: 2), minute < 60,
            let second = decimal(block, at: start + 6, digits: 2), second < 60
        else { return nil }
        parts.timeOfDay = Int64(hour * 3600 + minute * 60 + second)
        return endOfFraction(block, (start + 8)..<range.upperBound)
    }

    /// Behind a point or comma with digits, where there is one.
    private static func endOfFraction(_ block: ByteView, _ range: Range<Int>) -> Int {
        let start = range.lowerBound
        guard range.count >= 2, block[start] == UInt8(ascii: ".") || block[start] == UInt8(ascii: ",") else {
            return start
        }
        let end = endOfDigits(block, (start + 1)..<range.upperBound)
        return end > start + 1 ? end : start
    }

    private static func endOfDigits(_ block: ByteView, _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, block[index].isDigit { index += 1 }
        return index
    }

    /// `Z`, `+09:00`, `+0900` or `+09`.
    static func readOffset(_ block: ByteView, _ range: Range<Int>, into parts: inout TimeParts) -> Int? {
        guard let sign = range.first.map({ block[$0] }) else { return nil }
        var index = range.lowerBound + 1
        if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") {
            parts.offset = 0
            return index
        }
        guard sign == plus || sign == minus, index + 2 <= range.upperBound,
            let hours = decimal(block, at: index, digits: 2), hours < 24
        else { return nil }
        index += 2
        var minutes = 0
        let minutesStart = index < range.upperBound && block[index] == colon ? index + 1 : index
        if minutesStart + 2 <= range.upperBound, let written = decimal(block, at: minutesStart, digits: 2) {
            guard written < 60 else { return nil }
            minutes = written
            index = minutesStart + 2
        }
        let offset = Int64(hours * 3600 + minutes * 60)
        parts.offset = sign == plus ? offset : -offset
        return index
    }

    /// Digits, and a point with digits.
    static func readEpoch(
        _ unit: EpochUnit, _ block: ByteView, _ range: Range<Int>, into parts: inout TimeParts
    ) -> Int? {
        let end = endOfDigits(block, range)
        let digits = end - range.lowerBound
        // What no Int64 holds is no time: 9 and eighteen digits more.
        guard digits > 0, digits < 19 || digits == 19 && block[range.lowerBound] < UInt8(ascii: "9"),
            let count = decimal(block, at: range.lowerBound, digits: digits)
        else { return nil }
        let instant = Int64(count) / unit.rawValue
        guard instant < TimeParts.endOfYears else { return nil }
        parts.instant = instant
        return endOfFraction(block, end..<range.upperBound)
    }
}
