import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("Windows up to each hour of a day")
struct DayWindowsTests {
    @Test("Each has what a recount of its minutes gives", arguments: 1...120 as ClosedRange<UInt64>)
    func recounted(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zone = ["UTC", "Asia/Tokyo", "Europe/Berlin", "Australia/Lord_Howe"].randomElement(using: &random) ?? "UTC"
        let calendar = try #require(SiteCalendar(zoneName: zone))
        let site = try MinuteSite(&random, calendar: calendar)
        let day = try #require(site.days.last)
        let before = site.days.last { $0.counts.day == day.counts.day.previous }
        let windows = WindowTop.hourly(
            of: day, after: before, in: site.table,
            clock: WindowClock(calendar: calendar, latestSecond: site.latestSecond), top: 3, sectionTop: 2)
        #expect(windows.map(\.end) == calendar.windowEnds(of: day.counts.day, every: .hour), "seed \(seed)")
        for window in windows {
            #expect(
                window.scopes.map(Told.init) == site.recount(.day, end: window.end, top: 3, sectionTop: 2),
                "seed \(seed)")
            for row in window.scopes.flatMap(\.rows) {
                let isOfDay = day.counts.rows.contains { site.table.keys[Int($0.article)] == row.article.key }
                #expect(
                    row.article.lastRead == (isOfDay ? day.counts.day : day.counts.day.previous), "seed \(seed)")
            }
        }
    }
}
