import Foundation
import Testing
import ViewCounting

@Suite("Calendar days")
struct CalendarDayTests {
    @Test("Every day of 1970 to 2105 is the day that Foundation's calendar says, there and back")
    func gregorianRoundTrip() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let first = try #require(CalendarDay(year: 1970, month: 1, day: 1))
        let last = try #require(CalendarDay(year: 2105, month: 12, day: 31))
        #expect(first.number == 0)
        var wrong: [String] = []
        for number in first.number...last.number {
            let day = CalendarDay(number: number)
            let noon = Date(timeIntervalSince1970: TimeInterval(number) * 86_400 + 43_200)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: noon)
            let date = day.date
            let agrees =
                date.year == parts.year && date.month == parts.month && date.day == parts.day
                // Foundation: 1 = Sunday ... 7 = Saturday.
                && (day.weekday + 1) % 7 + 1 == parts.weekday
                && CalendarDay(year: date.year, month: date.month, day: date.day) == day
                && CalendarDay(iso: day.description) == day
                && day.next.previous == day
            if !agrees { wrong.append(day.description) }
        }
        #expect(wrong.isEmpty, "\(wrong.count) days differ, the first: \(wrong.prefix(3))")
    }

    @Test("Days before 1970 count backwards")
    func beforeTheEpoch() throws {
        let day = try #require(CalendarDay(iso: "1969-12-31"))
        #expect(day.number == -1)
        #expect(day.weekday == 2)
        #expect(try #require(CalendarDay(iso: "0001-01-01")).date == (1, 1, 1))
    }

    @Test(
        "A date that no calendar has is no day",
        arguments: [
            (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 2, 29), (2100, 2, 29), (2026, 4, 31),
            (0, 1, 1), (10_000, 1, 1),
        ])
    func impossibleDates(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test("Leap days are days", arguments: [2000, 2024, 2104])
    func leapDays(year: Int) {
        #expect(CalendarDay(year: year, month: 2, day: 29)?.description == "\(year)-02-29")
    }

    @Test(
        "Only YYYY-MM-DD is read",
        arguments: [
            "", "2026-3-2", "2026-03-2", "26-03-02", "2026/03/02", "2026-03-02 ", " 2026-03-02", "2026-03-0x",
            "+026-03-02", "2026-03-٠٢", "2026-02-30",
        ])
    func strictText(text: String) {
        #expect(CalendarDay(iso: text) == nil)
    }

    @Test("Days are ordered as they follow each other")
    func order() throws {
        let day = try #require(CalendarDay(iso: "2026-03-01"))
        #expect(day.previous < day && day < day.next)
        #expect(day.previous.description == "2026-02-28")
    }
}
