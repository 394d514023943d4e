import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("Views by the hour")
struct DayHoursTests {
    @Test(
        "A day has as many hours as the site's clock shows",
        arguments: [
            ("Europe/Berlin", "2026-03-29", 23), ("Europe/Berlin", "2026-10-25", 25),
            ("Asia/Kolkata", "2026-03-02", 24),
            // The clock goes on and back by half an hour.
            ("Australia/Lord_Howe", "2026-10-04", 24), ("Australia/Lord_Howe", "2026-04-05", 25),
        ])
    func hours(zone: String, iso: String, count: Int) throws {
        let (calendar, day) = try (#require(SiteCalendar(zoneName: zone)), #require(CalendarDay(iso: iso)))
        let views = DayHours(totals(of: day, [:]), calendar: calendar)
        #expect(views.hours.count == count)
    }

    @Test("An hour begins when the site's clock shows it, also half an hour beside UTC's")
    func halfHourZone() throws {
        let (calendar, day) = try (
            #require(SiteCalendar(zoneName: "Asia/Kolkata")), #require(CalendarDay(iso: "2026-03-02"))
        )
        let midnight = try #require(calendar.stretches(of: day).first).start / 60
        let views = DayHours(
            totals(of: day, ["a": [midnight: 1, midnight + 59: 2, midnight + 60: 4, midnight + 1439: 8]]),
            calendar: calendar)
        #expect(views["a"] == [3, 4] + Array(repeating: 0, count: 21) + [8])
    }

    @Test("An article that was not read on the day has none, and so has every one where nothing is known")
    func unknown() throws {
        let (calendar, day) = try (#require(SiteCalendar(zoneName: "UTC")), #require(CalendarDay(iso: "2026-03-02")))
        let views = DayHours(totals(of: day, ["b": [Int64(day.number) * 1440: 1]]), calendar: calendar)
        #expect(views["a"] == nil && views["c"] == nil && views["b"]?.first == 1)
        #expect(DayHours()["b"] == nil && DayHours().hours.isEmpty)
    }

    @Test(
        "Each view is in the hour in which it fell, in every zone and whatever the clock does",
        arguments: 1...60 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zones = ["UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Havana"]
        let calendar = try #require(zones.randomElement(using: &random).flatMap { SiteCalendar(zoneName: $0) })
        let days = ["2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01"]
        let day = try #require(days.randomElement(using: &random).flatMap { CalendarDay(iso: $0) })
        let minutes = calendar.stretches(of: day).flatMap { Array($0.start / 60..<$0.end / 60) }
        var read: [ByteString: [Int64: Int]] = [:]
        for key in ["a", "b", "c", "d"] as [ByteString] where Bool.random(using: &random) {
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                let minute = try #require(minutes.randomElement(using: &random))
                read[key, default: [:]][minute, default: 0] += Int.random(in: 1...5, using: &random)
            }
        }
        let views = DayHours(totals(of: day, read), calendar: calendar)
        for (key, minutes) in read {
            let plain = calendar.hours(of: day).map { hour in
                minutes.filter { hour.start <= $0.key * 60 && $0.key * 60 < hour.end }.values.reduce(0, +)
            }
            #expect(views[key] == plain, "seed \(seed), \(calendar.zoneName), \(day), \(key.text)")
        }
    }

    /// - Parameter views: By article and UTC minute.
    private func totals(of day: CalendarDay, _ views: [ByteString: [Int64: Int]]) -> DayTotals {
        let articles = views.sorted { $0.key < $1.key }
        let cells = articles.enumerated().flatMap { number, article in
            article.value.sorted { $0.key < $1.key }.map {
                MinuteViews.Cell(article: UInt32(number), minute: UInt32($0.key), views: UInt32($0.value))
            }
        }
        return DayTotals(
            day: day,
            lines: DayLines(
                accounting: Accounting(), firstSecond: 0, lastSecond: 0, minutes: MinuteSet(day: day), formats: [:]),
            articles: articles.map { key, minutes in
                let sum = minutes.values.reduce(0, +)
                return ArticleCounts(key: key, path: key, section: nil, views: sum, visitors: sum, rawClicks: sum)
            }, minuteViews: MinuteViews(cells: cells))
    }
}
