/// `dd/Mon/yyyy:HH:MM:SS +hhmm`, by section 2 of the counting rules.
public enum PlainTime {
    /// Seconds since 1970 UTC; nil where the 26 bytes from `start` on are no time.
    public static func instant(_ line: [UInt8], at start: Int) -> Int? {
        guard start + 26 <= line.count else { return nil }
        guard line[start + 2] == 0x2F, line[start + 6] == 0x2F, line[start + 11] == 0x3A, line[start + 14] == 0x3A,
            line[start + 17] == 0x3A, line[start + 20] == 0x20
        else { return nil }
        let sign = line[start + 21]
        guard sign == 0x2B || sign == 0x2D else { return nil }
        guard let day = number(line, at: start, digits: 2), let year = number(line, at: start + 7, digits: 4),
            let hour = number(line, at: start + 12, digits: 2), let minute = number(line, at: start + 15, digits: 2),
            let second = number(line, at: start + 18, digits: 2),
            let offsetHour = number(line, at: start + 22, digits: 2),
            let offsetMinute = number(line, at: start + 24, digits: 2)
        else { return nil }
        guard year >= 1970, year <= 2105, hour <= 23, minute <= 59, second <= 59, offsetHour <= 23, offsetMinute <= 59
        else { return nil }
        let name = [line[start + 3], line[start + 4], line[start + 5]]
        guard let month = monthNames.firstIndex(of: name) else { return nil }
        guard day >= 1, day <= length(ofMonth: month, year: year) else { return nil }

        var days = day - 1
        var earlier = 1970
        while earlier < year {
            days += isLeap(earlier) ? 366 : 365
            earlier += 1
        }
        var before = 0
        while before < month {
            days += length(ofMonth: before, year: year)
            before += 1
        }
        let offset = (offsetHour * 60 + offsetMinute) * 60
        let local = ((days * 24 + hour) * 60 + minute) * 60 + second
        let instant = sign == 0x2B ? local - offset : local + offset
        return instant < 0 ? nil : instant
    }

    /// Nil where one of the bytes is no digit, or the line ends before.
    public static func number(_ line: [UInt8], at start: Int, digits: Int) -> Int? {
        guard start + digits <= line.count else { return nil }
        var value = 0
        var place = start
        while place < start + digits {
            let byte = line[place]
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte) - 0x30
            place += 1
        }
        return value
    }

    private static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ].map { Array($0.utf8) }

    private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// - Parameter month: 0 for January.
    private static func length(ofMonth month: Int, year: Int) -> Int {
        month == 1 && isLeap(year) ? 29 : lengths[month]
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 400 == 0 || year % 4 == 0 && year % 100 != 0
    }
}
