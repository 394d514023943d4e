import ArticleRanking
import Testing
import ViewCounting

/// A site on which every article has as many views in each ten minutes, but for what a test changes.
struct EvenSite {
    static let articles = 40
    static let viewsPerSlot = 10
    static let slot = 10

    let calendar: SiteCalendar
    let first: CalendarDay
    /// The day that is asked about.
    let day: CalendarDay

    /// - Parameter weeks: From the first day to the day that is asked about.
    init(day: String = "2026-03-25", weeks: Int32 = 3, zone: String = "Europe/Berlin") throws {
        calendar = try #require(SiteCalendar(zoneName: zone))
        self.day = try #require(CalendarDay(iso: day))
        first = CalendarDay(number: self.day.number - weeks * 7)
    }

    /// The minute since 1970 UTC at which the site's clock shows an hour of a day.
    func minute(_ day: CalendarDay, hour: Int) throws -> Int {
        try Int(#require(calendar.hours(of: day).first { $0.hour == hour }).start / 60)
    }

    /// The rises in the hour that ends at a minute.
    ///
    /// - Parameter views: Of an article in the ten minutes that begin at a minute; nil for as many as always.
    func rises(
        end: Int, rules: TrendRules = TrendRules(), views: (_ article: Int, _ minute: Int) -> Int?
    ) throws -> [Rise] {
        let grid = TrendGrid(ends: [end], day: day, from: first, calendar: calendar)
        var counts = TrendCounts(grid, windowMinutes: 60)
        for number in first.number...day.number {
            let minutes = try #require(calendar.minutes(of: CalendarDay(number: number)))
            for article in 0..<Self.articles {
                for minute in stride(from: minutes.lowerBound, to: minutes.upperBound, by: Self.slot) {
                    let seen = views(article, minute) ?? Self.viewsPerSlot
                    if seen > 0 {
                        counts.add(seen, of: UInt32(article), in: UInt32(article % 3), minute: UInt32(minute))
                    }
                }
            }
        }
        return Trends(counts, rules: rules).byEnd.first ?? []
    }
}
