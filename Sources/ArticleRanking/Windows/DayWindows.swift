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
        let articles = PairedArticles(before?.counts, day.counts, in: table)
        var window = SteppedWindow(minutes: WindowLength.day.minutes, ends: ends, sections: articles.sections)
        if let before { window.add(before.views, numbers: articles.numbersBefore) }
        window.add(day.views, numbers: articles.numbers)
        let days = [before, day].compactMap(\.self).map { RangeCounts.Day(of: $0.counts) }
        let knowledge = WindowKnowledge(of: window.reach, days, clock: clock)
        return ends.map { end in
            window.advance(to: end)
            let top = window.top(top, sectionTop: sectionTop)
            return WindowTop(
                end: end, state: knowledge.state(of: end - window.length..<end), site: top.site, sections: top.sections,
                article: { articles.article($0, in: table) }, section: { table.sections[Int($0)] })
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
