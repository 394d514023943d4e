import ViewCounting

extension DateCursor {
    /// W3C date and time, RFC 3339: `2026`, `2026-03`, `2026-03-01`, `2026-03-01T09:30[:00[.5]]+09:00`.
    ///
    /// A space may stand for the `T`, and one before the zone; the zone may be left out, or be one of RFC 822.
    mutating func readYearFirst() -> WrittenTime? {
        guard let year = number(digits: 4) else { return nil }
        guard take("-") else { return day(year, 1, 1) }
        guard let month = number(digits: 2) else { return nil }
        guard take("-") else { return day(year, month, 1) }
        guard let dayOfMonth = number(digits: 2), let day = CalendarDay(year: year, month: month, day: dayOfMonth)
        else { return nil }
        if isAtEnd { return .day(day) }
        guard take("T") || take("t") || take(" "), let hour = number(digits: 2), take(":"),
            let minute = number(digits: 2)
        else { return nil }
        var second = 0
        if take(":") {
            guard let read = number(digits: 2) else { return nil }
            second = read
            if take(".") {
                // Nothing finer than a second is kept.
                guard number(digits: 1...18) != nil else { return nil }
            }
        }
        _ = take(" ")
        return clock(day, hour, minute, second)
    }

    /// RFC 822, 1123, 5322: `[Sun, ]1 Mar 2026 09:30[:00] +0900`.
    ///
    /// The month's name may be whole, the zone left out; a comment may follow. That the weekday is the date's is not checked.
    mutating func readDayFirst() -> WrittenTime? {
        let weekday = word()
        if !weekday.isEmpty {
            guard weekday.count >= 3, Self.weekdays.contains(where: { $0.hasPrefix(weekday) }) else { return nil }
            guard take(",") else { return nil }
            skipBlanks()
        }
        guard let dayOfMonth = number(digits: 1...2)?.value, skipBlanks(), let month = Self.months[word()],
            skipBlanks(), let written = number(digits: 2...4), skipBlanks(),
            let day = CalendarDay(year: Self.year(written), month: month, day: dayOfMonth),
            let hour = number(digits: 1...2)?.value, take(":"), let minute = number(digits: 2)
        else { return nil }
        var second = 0
        if take(":") {
            guard let read = number(digits: 2) else { return nil }
            second = read
        }
        skipBlanks()
        return clock(day, hour, minute, second)
    }

    /// The zone, a comment behind it, and all together.
    private mutating func clock(_ day: CalendarDay, _ hour: Int, _ minute: Int, _ second: Int) -> WrittenTime? {
        if isAtEnd { return WrittenTime(day: day, hour: hour, minute: minute, second: second, offset: nil) }
        guard let offset = zone() else { return nil }
        if skipBlanks() {
            guard take("("), !word().isEmpty, take(")") else { return nil }
        }
        return WrittenTime(day: day, hour: hour, minute: minute, second: second, offset: offset)
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> WrittenTime? {
        CalendarDay(year: year, month: month, day: day).map { .day($0) }
    }

    /// RFC 5322, section 4.3: 00-49 are of this century, 50-99 and three digits of the last.
    private static func year(_ written: (value: Int, digits: Int)) -> Int {
        switch written.digits {
        case 2: written.value + (written.value < 50 ? 2000 : 1900)
        case 3: written.value + 1900
        default: written.value
        }
    }

    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        var months = ["sept": 9]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        return months
    }()
}
