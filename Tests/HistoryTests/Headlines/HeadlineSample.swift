import ArticleRanking
import LogReading
import ViewCounting

@testable import History

extension Sample {
    /// Totals of a day on which each of these articles had one view.
    static func totals(_ day: CalendarDay, articles keys: [ByteString]) -> DayTotals {
        let keys = Set(keys).sorted()
        return DayTotals(
            day: day, lines: lines(day, [.view: keys.count]),
            articles: keys.map {
                ArticleCounts(key: $0, path: $0, section: "news", views: 1, visitors: 1, rawClicks: 1)
            },
            minuteViews: MinuteViews(
                cells: keys.indices.map { .init(article: UInt32($0), minute: noon(day) / 60, views: 1) }))
    }
}

extension History {
    /// A run on a day that reads a catalogue and no log.
    func see(_ headlines: [ByteString: Headline], on day: CalendarDay) throws {
        var change = try Sample.change(self, at: Sample.night(after: day.previous))
        change.headlines = HeadlineSighting(day: day, headlines: Headlines(headlines))
        try commit(change)
    }

    /// A run that counts one view of each of these articles on a day.
    func count(_ keys: [ByteString], on day: CalendarDay) throws {
        try commit(
            Sample.change(self, at: Sample.night(after: day), totals: [Sample.totals(day, articles: keys)]))
    }

    func title(of key: ByteString, on day: CalendarDay) throws -> String? {
        try headlines(on: day, of: [key])[key]?.title
    }

    /// The days whose reports are not those of the run before any more.
    func days(ofRevision run: Int64) throws -> [CalendarDay] {
        try days().filter { $0.revision == run }.map(\.day)
    }
}
