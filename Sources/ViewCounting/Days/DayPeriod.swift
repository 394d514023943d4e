/// A day, a range of days or a week, as a user asks for it: `2026-03-02`, `2026-03-01..2026-03-07` or `2026-W10`.
public struct DayPeriod: Hashable, Sendable {
    /// How it was asked for: a range of one day is another thing than that day, and `2026-W10` is shown as it was written.
    public enum Kind: Sendable {
        case day, range, week
    }

    public let days: ClosedRange<CalendarDay>
    public let kind: Kind

    public init(_ day: CalendarDay) {
        self.init(day...day, .day)
    }

    public init(_ days: ClosedRange<CalendarDay>) {
        self.init(days, .range)
    }

    private init(_ days: ClosedRange<CalendarDay>, _ kind: Kind) {
        self.days = days
        self.kind = kind
    }

    /// A week of the ISO calendar: it begins on a Monday, and the first week of a year has that year's first Thursday.
    ///
    /// Nil where the year has no such week, and where a day of it is in no year from 1 to 9999.
    ///
    /// - Source: ISO 8601-1:2019, 3.1.1.23; 4 January is always in week 1.
    public init?(isoWeek week: Int, of year: Int) {
        guard week >= 1, let first = DayPeriod.firstMonday(ofISOYear: year) else { return nil }
        let weeks = DayPeriod.isoWeeks(of: year)
        guard week <= weeks else { return nil }
        let monday = CalendarDay(number: first.number + Int32(week - 1) * 7)
        let sunday = CalendarDay(number: monday.number + 6)
        guard sunday.date.year <= 9999 else { return nil }
        self.init(monday...sunday, .week)
    }

    /// Reads what a user wrote, exactly in one of the three forms.
    public init(_ text: String) throws(DayPeriodError) {
        if let dots = text.firstRange(of: "..") {
            let (first, last) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
            let days = try (DayPeriod.day(first, of: text), DayPeriod.day(last, of: text))
            guard days.0 <= days.1 else { throw .backwards(first: days.0, last: days.1) }
            self.init(days.0...days.1)
        } else if let written = DayPeriod.week(text) {
            guard let week = DayPeriod(isoWeek: written.week, of: written.year) else {
                throw .noSuchWeek(text, year: written.year)
            }
            self = week
        } else {
            guard let day = CalendarDay(iso: text) else { throw .unreadable(text) }
            self.init(day)
        }
    }

    /// 53 where the year begins on a Thursday, or on a Wednesday and is a leap year; else 52.
    static func isoWeeks(of year: Int) -> Int {
        guard let first = firstMonday(ofISOYear: year), let lastThursday = CalendarDay(year: year, month: 12, day: 28)
        else { return 52 }
        // 28 December is always in the last week.
        return (Int(lastThursday.number) - Int(first.number)) / 7 + 1
    }

    private static func firstMonday(ofISOYear year: Int) -> CalendarDay? {
        CalendarDay(year: year, month: 1, day: 4).map { CalendarDay(number: $0.number - Int32($0.weekday)) }
    }

    private static func day(_ part: String, of text: String) throws(DayPeriodError) -> CalendarDay {
        guard let day = CalendarDay(iso: part) else { throw .noDay(part, in: text) }
        return day
    }

    /// `YYYY-Www`, whether or not there is such a week.
    private static func week(_ text: String) -> (year: Int, week: Int)? {
        let bytes = Array(text.utf8)
        guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
            let year = number(bytes[..<4]), year > 0, let week = number(bytes[6...])
        else { return nil }
        return (year, week)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(0) { value, digit in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
                ? value.map { $0 * 10 + Int(digit - UInt8(ascii: "0")) } : nil
        }
    }
}

extension DayPeriod: CustomStringConvertible {
    /// `2026-03-02`, `2026-03-01..2026-03-07` or `2026-W10`: what reads as this period again.
    public var description: String {
        switch kind {
        case .day: "\(days.lowerBound)"
        case .range: "\(days.lowerBound)..\(days.upperBound)"
        case .week:
            // The week's Thursday is in the year that the week belongs to.
            DayPeriod.weekText(CalendarDay(number: days.lowerBound.number + 3))
        }
    }

    private static func weekText(_ thursday: CalendarDay) -> String {
        let year = thursday.date.year
        let first = firstMonday(ofISOYear: year) ?? thursday
        let week = (Int(thursday.number) - Int(first.number)) / 7 + 1
        return "\(thursday.description.prefix(4))-W\(week < 10 ? "0" : "")\(week)"
    }
}

/// What a user wrote is no day, no range and no week.
public enum DayPeriodError: Error, Hashable, Sendable {
    case unreadable(String)
    case noDay(String, in: String)
    case noSuchWeek(String, year: Int)
    case backwards(first: CalendarDay, last: CalendarDay)
}

extension DayPeriodError: CustomStringConvertible {
    /// What is wrong, and what to write.
    public var description: String {
        switch self {
        case .unreadable(let text):
            "\"\(text)\" is no day, no range of days and no week; "
                + "write it as 2026-03-02, 2026-03-01..2026-03-07 or 2026-W10"
        case .noDay(let part, let text):
            "\"\(text)\" is no range of days: \"\(part)\" is no day; write it as 2026-03-01..2026-03-07"
        case .noSuchWeek(let text, let year):
            "\"\(text)\" is no week; the weeks of \(year) are W01 to W\(DayPeriod.isoWeeks(of: year)): write one of them"
        case .backwards(let first, let last):
            "\(first) is later than \(last); write the earlier day first"
        }
    }
}
