import Testing
import ViewCounting

@testable import Reporting

@Suite("The times of a day")
struct DayClockTests {
    @Test(
        "A day that is not 24 hours of one offset says so",
        arguments: [
            ("Asia/Tokyo", "2026-03-02", nil), ("Europe/Berlin", "2026-03-29", "23 hours"),
            ("Europe/Berlin", "2026-10-25", "25 hours"), ("America/Sao_Paulo", "2018-11-04", "23 hours"),
            ("Australia/Lord_Howe", "2026-04-05", "24 hours and 30 minutes"),
            ("America/St_Johns", "2010-11-07", "24 hours and 1 minute"),
        ] as [(String, String, String?)])
    func change(zone: String, iso: String, length: String?) throws {
        let clock = try clock(zone, iso)
        #expect(clock.change == length.map { "The clock changes: this day has \($0)" })
    }

    @Test(
        "Hours that follow each other are one range, by the clock",
        arguments: [
            ("Asia/Tokyo", "2026-03-02", [0, 1, 2, 22, 23], "00:00–03:00, 22:00–24:00"),
            ("Europe/Berlin", "2026-03-29", [1, 2], "01:00 (+01:00)–04:00 (+02:00)"),
            ("Europe/Berlin", "2026-10-25", [2], "02:00–03:00 (+02:00)"),
            ("Europe/Berlin", "2026-10-25", [3], "02:00–03:00 (+01:00)"),
            ("America/Sao_Paulo", "2018-11-04", [0], "01:00–02:00"),
            ("Australia/Lord_Howe", "2026-04-05", [2], "01:30–02:00 (+10:30)"),
        ] as [(String, String, [Int], String)])
    func ranges(zone: String, iso: String, indices: [Int], text: String) throws {
        let calendar = try #require(SiteCalendar(zoneName: zone))
        let hours = calendar.hours(of: try #require(CalendarDay(iso: iso)))
        #expect(try clock(zone, iso).ranges(of: indices.map { hours[$0] }).joined(separator: ", ") == text)
    }

    private func clock(_ zone: String, _ iso: String) throws -> DayClock {
        DayClock(
            day: try #require(CalendarDay(iso: iso)), calendar: try #require(SiteCalendar(zoneName: zone)))
    }
}
