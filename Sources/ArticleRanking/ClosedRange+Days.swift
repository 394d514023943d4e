public import ViewCounting

extension ClosedRange<CalendarDay> {
    /// 1 for a single day.
    public var dayCount: Int { Int(upperBound.number) - Int(lowerBound.number) + 1 }

    /// Each of them, the earliest first.
    var days: [CalendarDay] { (lowerBound.number...upperBound.number).map { CalendarDay(number: $0) } }

    /// Its days without some of them, those that follow each other as one.
    ///
    /// - Parameter days: Of this range, earliest first, each once.
    func without(_ days: [CalendarDay]) -> [ClosedRange<CalendarDay>] {
        var rest: [ClosedRange<CalendarDay>] = []
        var next = lowerBound
        for day in days {
            if next < day { rest.append(next...day.previous) }
            next = day.next
        }
        if next <= upperBound { rest.append(next...upperBound) }
        return rest
    }
}
