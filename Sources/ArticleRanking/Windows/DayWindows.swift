public import ViewCounting

/// A day whose views are known by the minute.
public typealias MinuteDay = (counts: NumberedDay, views: MinuteViews)

extension WindowTop {
    /// What a day's report tells of windows: those of 24 hours that end each full hour, as far as the logs reach.
    ///
    /// - Parameters:
    ///   - before: Nil where no line of the day before is known.
    ///   - table: What the numbers of both days stand for.
    public static func hourly(
        of day: MinuteDay, after before: MinuteDay?, in table: PlaceTable, clock: WindowClock, top: Int, sectionTop: Int
    ) -> [WindowTop] {
        let ends = clock.ends(of: day.counts.day, every: .hour)
        guard !ends.isEmpty else { return [] }
        let days = [before, day].compactMap(\.self)
        var gathering = WindowArticles.Gathering()
        for day in days { gathering.add(day.counts) }
        let articles = WindowArticles(gathering, in: table)
        var window = SteppedWindow(
            minutes: WindowLength.day.minutes, ends: ends, sections: articles.articles.map(\.section))
        for day in days {
            let numbers = day.counts.rows.compactMap { articles.number(of: $0) }
            precondition(numbers.count == day.counts.rows.count, "articles were gathered from the days that are added")
            window.add(day.views, numbers: numbers)
        }
        let knowledge = WindowKnowledge(of: window.reach, articles.days, clock: clock)
        return ends.map { end in
            window.advance(to: end)
            let top = window.top(top, sectionTop: sectionTop)
            return WindowTop(
                end: end, state: knowledge.state(of: end - window.length..<end), of: articles, site: top.site,
                sections: top.sections)
        }
    }
}

/// By which clock windows end, and how far the logs reach.
public struct WindowClock: Sendable {
    public let calendar: SiteCalendar
    /// The latest line of all counted sources; seconds since 1970 UTC.
    public let latestSecond: UInt32

    public init(calendar: SiteCalendar, latestSecond: UInt32) {
        self.calendar = calendar
        self.latestSecond = latestSecond
    }

    /// The ends of a day's windows (`SiteCalendar.windowEnds`), without those of which the last step lies behind all lines.
    public func ends(of day: CalendarDay, every step: WindowLength) -> [Int] {
        calendar.windowEnds(of: day, every: step).filter { $0 - step.minutes <= Int(latestSecond) / 60 }
    }
}
