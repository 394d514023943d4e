/// A whole minute as a user writes it: `2026-03-02 15:00` by the site's clock, or `2026-03-02T15:00:00+09:00` (RFC 3339).
public struct WrittenMinute: Hashable, Sendable {
    /// As it was written.
    public let text: String
    private let day: CalendarDay
    /// 0 ... 1439, as the clock shows it.
    private let minuteOfDay: Int
    /// Minutes east of UTC; nil for the site's clock.
    private let offset: Int?

    /// The minutes that a line of a log can have.
    public static let minutes = 0...Int(UInt32.max / 60)

    /// Reads what a user wrote; seconds may be there if they are 00.
    public init(_ text: String) throws(WrittenMinuteError) {
        let form =
            /([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:\.(0+))?)?(?:(Z)|([+-])([01][0-9]|2[0-3]):?([0-5][0-9]))?/
        guard let match = text.wholeMatch(of: form), let day = CalendarDay(iso: String(match.1)),
            let hour = Int(match.2), let minute = Int(match.3)
        else { throw .unreadable(text) }
        guard match.4.map({ $0 == "00" }) ?? true else { throw .seconds(text) }
        self.text = text
        self.day = day
        minuteOfDay = hour * 60 + minute
        if let sign = match.7 {
            let east = (match.8.flatMap { Int($0) } ?? 0) * 60 + (match.9.flatMap { Int($0) } ?? 0)
            offset = sign == "-" ? -east : east
        } else {
            offset = match.6 == nil ? nil : 0
        }
    }

    /// The minute since 1970 UTC.
    ///
    /// - Throws: Where the site's clocks show the time twice or never, and no offset tells.
    public func minute(in calendar: SiteCalendar) throws(WrittenMinuteError) -> Int {
        if let offset { return Int(day.number) * 1440 + minuteOfDay - offset }
        let instants = calendar.instants(of: day, secondOfDay: minuteOfDay * 60)
        if instants.count == 1 { return Int(instants[0] / 60) }
        guard instants.isEmpty else {
            throw .twice(text, zone: calendar.zoneName, choices: instants.map { calendar.minuteText(at: Int($0 / 60)) })
        }
        let later = calendar.stretches(of: day).map(\.start).first { start in
            let time = calendar.localTime(at: start)
            return time.day == day && time.secondOfDay > minuteOfDay * 60
        }
        throw .never(text, zone: calendar.zoneName, next: later.map { calendar.minuteText(at: Int($0 / 60)) })
    }
}

extension SiteCalendar {
    /// `2026-03-02T15:00+09:00`: an instant in whole minutes since 1970 UTC, by the site's clock.
    public func minuteText(at minute: Int) -> String {
        let time = localTime(at: Int64(minute) * 60)
        return "\(time.day)T\(time.clock.prefix(5))\(time.offsetText)"
    }

    /// The same as RFC 3339 has it, with its seconds: `2026-03-02T15:00:00+09:00`.
    public func instantText(atMinute minute: Int) -> String {
        let time = localTime(at: Int64(minute) * 60)
        return "\(time.day)T\(time.clock)\(time.offsetText)"
    }
}

/// What a user wrote is no minute, or not one alone.
public enum WrittenMinuteError: Error, Hashable, Sendable {
    case unreadable(String)
    case seconds(String)
    case twice(String, zone: String, choices: [String])
    /// `next`: the first minute of the day behind the gap; nil where the day has none.
    case never(String, zone: String, next: String?)
}

extension WrittenMinuteError: CustomStringConvertible {
    /// What is wrong, and what to write.
    public var description: String {
        switch self {
        case .unreadable(let text):
            "\"\(text)\" is no time; write it as \"2026-03-02 15:00\" by the site's clock, or as 2026-03-02T15:00+09:00"
        case .seconds(let text):
            "\"\(text)\" is no whole minute; views are kept by the minute, so write it without seconds"
        case .twice(let text, let zone, let choices):
            "\"\(text)\" comes twice in \(zone), where the clock is put back; write \(choices.joined(separator: " or "))"
        case .never(let text, let zone, let next):
            "\"\(text)\" does not exist in \(zone), where the clock is put forward over it; "
                + (next.map { "the next minute is \($0)" } ?? "name a time of another day")
        }
    }
}
