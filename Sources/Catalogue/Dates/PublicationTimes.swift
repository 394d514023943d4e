import ArticleRanking
import ViewCounting

/// Written times as instants, by the site's clock where they name no zone.
struct PublicationTimes {
    private let calendar: SiteCalendar
    /// A look into the zone's rules takes longer than the rest; lists have few days.
    private var starts: [CalendarDay: Int64] = [:]

    init(calendar: SiteCalendar) {
        self.calendar = calendar
    }

    /// Nil for a text that is no time.
    mutating func time(_ text: String) -> PublicationTime? {
        switch WrittenTime(text) {
        case .instant(let second): PublicationTime(second: second)
        case .local(let second): PublicationTime(second: calendar.firstInstant(ofLocal: second))
        case .day(let day): PublicationTime(second: start(of: day), isDay: true)
        case nil: nil
        }
    }

    /// The day's first second; of a day that the zone skipped, the first of the next.
    private mutating func start(of day: CalendarDay) -> Int64 {
        if let known = starts[day] { return known }
        let start =
            calendar.stretches(of: day).first?.start ?? calendar.stretches(of: day.next).first?.start
            ?? Int64(day.number) * 86_400
        starts[day] = start
        return start
    }
}
