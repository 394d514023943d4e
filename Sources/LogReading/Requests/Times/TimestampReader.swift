/// Reads `dd/Mon/yyyy:HH:MM:SS +hhmm`, the time of the common log format, into an instant.
///
/// Exactly so: a Gregorian date, years 1970 to 2105, hours 00-23, minutes and seconds 00-59, offset hours 00-23 and
/// minutes 00-59, the instant not before 1970 UTC. Instants are seconds since 1970 UTC and fit 32 bits until 2106.
struct TimestampReader {
    /// `17/May/2015:10:05:03 +0000`
    static let length = 26

    // The minute read last, by its bytes: most lines are in the same minute as the one before.
    // (At first what no masked bytes can be, so that nothing matches.)
    private var minuteWords: (UInt64, UInt64, UInt64, UInt64) = (0, 0, .max, .max)
    private var minuteStart: Int64 = 0

    /// The instant written at `start`, or nil where there is no such time.
    ///
    /// - Precondition: The view has 26 bytes from `start` on.
    @inline(__always)
    mutating func instant(_ line: ByteView, at start: Int) -> UInt32? {
        let words = (
            line.word(at: start),
            line.word(at: start + 8),
            line.word(at: start + 16) & TimestampReader.allButSeconds,
            line.word(at: start + 18) & TimestampReader.allButFirstTwo
        )
        if words != minuteWords {
            guard let minute = TimestampReader.minute(line[start..<(start + TimestampReader.length)]) else {
                return nil
            }
            minuteWords = words
            minuteStart = minute
        }
        // The two digits of the second, and behind them bytes that do not matter.
        let digits = line.word(at: start + 18)
        guard nonDigits(of: digits) & 0xFFFF == 0 else { return nil }
        let second = Int64(10 &* digit(digits, at: 0) &+ digit(digits, at: 1))
        guard second < 60 else { return nil }
        return UInt32(exactly: minuteStart + second)
    }

    /// Bytes 16-23 without the seconds at 18 and 19; bytes 18-25 without them.
    private static let allButSeconds: UInt64 = 0xFFFF_FFFF_0000_FFFF
    private static let allButFirstTwo: UInt64 = 0xFFFF_FFFF_FFFF_0000

    /// The instant of second 0 of the minute; all is checked but the seconds' digits.
    private static func minute(_ text: ByteView) -> Int64? {
        guard text[2] == slash, text[6] == slash, text[11] == colon, text[14] == colon, text[17] == colon,
            text[20] == space, text[21] == plus || text[21] == minus,
            let day = decimal(text, at: 0, digits: 2),
            let month = month(text[3], text[4], text[5]),
            let year = decimal(text, at: 7, digits: 4), (1970...2105).contains(year),
            let hour = decimal(text, at: 12, digits: 2), hour < 24,
            let minute = decimal(text, at: 15, digits: 2), minute < 60,
            let offsetHours = decimal(text, at: 22, digits: 2), offsetHours < 24,
            let offsetMinutes = decimal(text, at: 24, digits: 2), offsetMinutes < 60,
            let days = daysSince1970(year: year, month: month, day: day)
        else { return nil }
        let local = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60)
        let offset = Int64(offsetHours * 3600 + offsetMinutes * 60)
        return text[21] == plus ? local - offset : local + offset
    }

    static func month(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
        monthNames.firstIndex { $0 == (first, second, third) }.map { $0 + 1 }
    }

    private static let monthNames: [(UInt8, UInt8, UInt8)] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ].map { name in
        let bytes = Array(name.utf8)
        return (bytes[0], bytes[1], bytes[2])
    }

    /// Nil for a day that the month does not have.
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int? {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        guard day >= 1, day <= length else { return nil }
        let before = year - 1
        let daysBeforeYear = before * 365 + before / 4 - before / 100 + before / 400
        let daysBeforeMonth = cumulatedDays[month - 1] + (month > 2 && isLeap ? 1 : 0)
        return daysBeforeYear + daysBeforeMonth + day - 1 - daysBefore1970
    }

    private static let cumulatedDays = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    /// Days of the years 1 to 1969 of the Gregorian calendar.
    private static let daysBefore1970 = 719_162
}

/// The number that `digits` decimal digits at `start` write, or nil where one of them is none.
@inline(__always)
func decimal(_ text: ByteView, at start: Int, digits: Int) -> Int? {
    var value = 0
    for index in start..<(start + digits) {
        let digit = text[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = value &* 10 &+ Int(digit)
    }
    return value
}

let slash = UInt8(ascii: "/")
let colon = UInt8(ascii: ":")
let space = UInt8(ascii: " ")
let plus = UInt8(ascii: "+")
let minus = UInt8(ascii: "-")
