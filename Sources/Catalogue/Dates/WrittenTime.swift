import LogReading
import ViewCounting

/// A time as a feed writes it, as exact as it is written.
///
/// RFC 822 with its successors (RSS), RFC 3339 and W3C date and time (Atom, sitemaps); [the page](../../../docs/catalogue.md)
/// has the grammar, and `DateTests` the examples.
enum WrittenTime: Hashable {
    /// Seconds since 1970 UTC.
    case instant(Int64)
    /// Seconds since 1970 by a clock whose zone is not named.
    case local(Int64)
    /// A day, or the first day of a month or year where no more is said.
    case day(CalendarDay)

    /// Nil for a text that is no time.
    init?(_ text: String) {
        var text = text
        let found = text.withUTF8 { bytes -> WrittenTime? in
            guard let first = bytes.first else { return nil }
            var cursor = DateCursor(bytes)
            let isYearFirst = first.isDigit && bytes.prefix { $0.isDigit }.count == 4
            guard let time = isYearFirst ? cursor.readYearFirst() : cursor.readDayFirst() else { return nil }
            return cursor.isAtEnd ? time : nil
        }
        guard let found else { return nil }
        self = found
    }

    /// The time that a date and a clock name; nil where there is no such date or time.
    ///
    /// A leap second is the first second of the next minute.
    init?(day: CalendarDay, hour: Int, minute: Int, second: Int, offset: Int64?) {
        guard hour < 24, minute < 60, second < 60 || (second == 60 && minute == 59) else { return nil }
        let local = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        self = offset.map { .instant(local - $0) } ?? .local(local)
    }
}

/// The way of the parser through a time's bytes; each step takes what it names or nothing.
struct DateCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    /// - Parameter bytes: Live longer than the cursor.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { place >= bytes.count }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    /// Whether there was white space.
    @discardableResult
    mutating func skipBlanks() -> Bool {
        let start = place
        while let byte = next, byte.isXMLSpace { place += 1 }
        return place > start
    }

    /// As many digits as there are, within the bounds; nil for fewer or more.
    mutating func number(digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
        var value = 0
        let start = place
        while let byte = next, byte.isDigit, place - start <= digits.upperBound {
            value = value * 10 + Int(byte - 0x30)
            place += 1
        }
        return digits.contains(place - start) ? (value, place - start) : nil
    }

    mutating func number(digits: Int) -> Int? { number(digits: digits...digits)?.value }

    /// A run of letters, A-Z as a-z; empty where there is none.
    mutating func word() -> String {
        let start = place
        while let byte = next, byte.isLetter { place += 1 }
        return String(decoding: bytes[start..<place].map { $0 | 0x20 }, as: UTF8.self)
    }

    /// `+hh:mm`, `+hhmm`, or the name of a zone: seconds east of UTC.
    mutating func zone() -> Int64? {
        guard let byte = next else { return nil }
        if byte.isLetter { return Self.zones[word()] }
        let sign: Int64 = byte == UInt8(ascii: "-") ? -1 : 1
        guard take("+") || take("-"), let hours = number(digits: 1...4) else { return nil }
        if hours.digits == 4 {
            guard hours.value / 100 < 24, hours.value % 100 < 60 else { return nil }
            return sign * Int64(hours.value / 100 * 3600 + hours.value % 100 * 60)
        }
        guard hours.digits == 2, hours.value < 24, take(":"), let minutes = number(digits: 2), minutes < 60 else {
            return nil
        }
        return sign * Int64(hours.value * 3600 + minutes * 60)
    }

    /// The names of RFC 822 (in hours), UTC, and Japan's, which no other zone shares. Others mean several zones.
    private static let zones: [String: Int64] = [
        "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
        "pst": -8, "pdt": -7, "jst": 9,
    ].mapValues { $0 * 3600 }
}
