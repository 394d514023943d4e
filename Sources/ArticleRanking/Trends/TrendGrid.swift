public import ViewCounting

/// The time that trends look at, in slots of ten minutes: weeks to learn from, then the span that is asked about.
public struct TrendGrid: Sendable {
    public static let slotMinutes = 10
    public static let slotsPerDay = 144
    static let hoursPerWeek = 168
    /// How long an article is followed as a new one.
    static let slotsOfYouth = 7 * slotsPerDay
    /// Weeks that are looked back.
    public static let weeks = 8

    /// The day that is asked about.
    let day: CalendarDay
    /// The minute since 1970 UTC at which the first slot begins.
    public let firstMinute: Int
    /// The first day that the slots reach into.
    let firstDay: CalendarDay
    /// How many slots there are.
    public let count: Int
    /// Slots before this one are what is learnt from: those of days before the one that is asked about.
    public let learntEnd: Int
    /// By slot: the hour of the week by the site's clock, 0 to 167.
    let hours: [UInt8]
    /// The windows' ends that are asked about, as slots: earlier slots are in the window, this one is not.
    public let ends: [Int]
    /// By end: the ends of the same windows in past weeks by the site's clock, the latest first.
    let pastEnds: [[Int]]

    /// - Parameters:
    ///   - ends: Windows' ends, minutes since 1970 UTC, in order; all of one local day, and ten minutes apart or multiples of it.
    ///   - first: The first day that there may be counts of.
    public init(ends: [Int], day: CalendarDay, from first: CalendarDay, calendar: SiteCalendar) {
        let anchor = ends.first ?? 0
        let last = ends.last ?? 0
        let earliest = CalendarDay(number: max(first.number, day.number - Int32(TrendGrid.weeks * 7) - 1))
        let begin = Int((calendar.stretches(of: earliest).first?.start ?? 0) / 60)
        let slotsBefore = max(0, (anchor - begin + TrendGrid.slotMinutes - 1) / TrendGrid.slotMinutes)
        let firstMinute = anchor - slotsBefore * TrendGrid.slotMinutes
        func slot(_ minute: Int) -> Int { (minute - firstMinute) / TrendGrid.slotMinutes }
        self.day = day
        self.firstMinute = firstMinute
        firstDay = calendar.day(at: Int64(firstMinute) * 60)
        count = slot(last)
        let dayStart = Int((calendar.stretches(of: day).first?.start ?? Int64(anchor) * 60) / 60)
        learntEnd = max(0, min(slot(dayStart), count))
        self.ends = ends.map(slot)
        hours = (0..<count).map { slot in
            let local = calendar.localTime(at: Int64(firstMinute + slot * TrendGrid.slotMinutes) * 60)
            return UInt8((local.day.weekday * 24 + local.secondOfDay / 3600) % TrendGrid.hoursPerWeek)
        }
        pastEnds = ends.map { end in
            let local = calendar.localTime(at: Int64(end) * 60)
            return (1...TrendGrid.weeks).compactMap { weeks in
                let wall = (Int64(local.day.number) - Int64(weeks) * 7) * 86_400 + Int64(local.secondOfDay)
                let past = slot(Int(calendar.firstInstant(ofLocal: wall) / 60))
                return past > 0 ? past : nil
            }
        }
    }

    /// What is left of the minute at which a slot begins when tens are taken away.
    var phase: Int { firstMinute % TrendGrid.slotMinutes }

    /// The ends of a day's windows, one each ten minutes.
    public static func ends(of day: CalendarDay, _ calendar: SiteCalendar) -> [Int] {
        calendar.windowEnds(of: day, every: WindowLength(minutes: slotMinutes))
    }

    /// The slots of the windows and of the 24 hours before each.
    func asked(windowSlots: Int) -> Range<Int> {
        max(0, (ends.first ?? 0) - windowSlots - TrendGrid.slotsPerDay)..<count
    }

    /// The slot of a day's first one; below 0 where the grid begins later.
    func base(of day: SlottedDay) -> Int { (day.firstMinute - firstMinute) / TrendGrid.slotMinutes }

    /// The slot of a minute; nil for one outside.
    func slot(_ minute: Int) -> Int? {
        let minutes = minute - firstMinute
        let slot = minutes / TrendGrid.slotMinutes
        return minutes >= 0 && slot < count ? slot : nil
    }

    /// The minute at which a slot begins.
    func minute(_ slot: Int) -> UInt32 { UInt32(firstMinute + slot * TrendGrid.slotMinutes) }
}
