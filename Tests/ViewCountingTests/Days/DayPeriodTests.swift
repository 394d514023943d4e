import Foundation
import Testing

@testable import ViewCounting

@Suite("Days, ranges and weeks that a user asks for")
struct DayPeriodTests {
    @Test(
        "What is written is these days",
        arguments: [
            ("2026-03-02", "2026-03-02", "2026-03-02"), ("2026-03-01..2026-03-07", "2026-03-01", "2026-03-07"),
            ("2026-03-01..2026-03-01", "2026-03-01", "2026-03-01"), ("2026-W10", "2026-03-02", "2026-03-08"),
            // The first Thursday of 2026 is 1 January, that of 2027 the 7th.
            ("2026-W01", "2025-12-29", "2026-01-04"), ("2026-W53", "2026-12-28", "2027-01-03"),
            ("2027-W01", "2027-01-04", "2027-01-10"), ("2024-W01", "2024-01-01", "2024-01-07"),
            // 2020 is a leap year that begins on a Wednesday.
            ("2020-W53", "2020-12-28", "2021-01-03"), ("2021-W01", "2021-01-04", "2021-01-10"),
            ("2021-W52", "2021-12-27", "2022-01-02"), ("0001-W01", "0001-01-01", "0001-01-07"),
        ])
    func days(text: String, first: String, last: String) throws {
        let period = try DayPeriod(text)
        #expect("\(period.days.lowerBound)" == first && "\(period.days.upperBound)" == last)
        #expect("\(period)" == text)
    }

    @Test("A range of one day is not that day")
    func kinds() throws {
        #expect(try DayPeriod("2026-03-01").kind == .day)
        #expect(try DayPeriod("2026-03-01..2026-03-01").kind == .range)
        #expect(try DayPeriod("2026-W10").kind == .week)
        #expect(try DayPeriod("2026-W10") != DayPeriod("2026-03-02..2026-03-08"))
    }

    @Test(
        "What is neither is told with what to write",
        arguments: [
            (
                "",
                "\"\" is no day, no range of days and no week; write it as 2026-03-02, 2026-03-01..2026-03-07 or 2026-W10"
            ),
            (
                "2026-3-2",
                "\"2026-3-2\" is no day, no range of days and no week; write it as 2026-03-02, 2026-03-01..2026-03-07 or 2026-W10"
            ),
            (
                "0000-W10",
                "\"0000-W10\" is no day, no range of days and no week; write it as 2026-03-02, 2026-03-01..2026-03-07 or 2026-W10"
            ),
            (
                "2026-w10",
                "\"2026-w10\" is no day, no range of days and no week; write it as 2026-03-02, 2026-03-01..2026-03-07 or 2026-W10"
            ),
            (
                "2026-02-30..2026-03-07",
                "\"2026-02-30..2026-03-07\" is no range of days: \"2026-02-30\" is no day; write it as 2026-03-01..2026-03-07"
            ),
            (
                "2026-03-01..",
                "\"2026-03-01..\" is no range of days: \"\" is no day; write it as 2026-03-01..2026-03-07"
            ),
            (
                "2026-03-01...2026-03-02",
                "\"2026-03-01...2026-03-02\" is no range of days: \".2026-03-02\" is no day; write it as 2026-03-01..2026-03-07"
            ),
            (
                "2026-W10..2026-W11",
                "\"2026-W10..2026-W11\" is no range of days: \"2026-W10\" is no day; write it as 2026-03-01..2026-03-07"
            ),
            ("2026-03-07..2026-03-01", "2026-03-07 is later than 2026-03-01; write the earlier day first"),
            ("2026-W00", "\"2026-W00\" is no week; the weeks of 2026 are W01 to W53: write one of them"),
            ("2026-W54", "\"2026-W54\" is no week; the weeks of 2026 are W01 to W53: write one of them"),
            ("2024-W53", "\"2024-W53\" is no week; the weeks of 2024 are W01 to W52: write one of them"),
            ("2027-W53", "\"2027-W53\" is no week; the weeks of 2027 are W01 to W52: write one of them"),
        ])
    func errors(text: String, message: String) {
        let error = #expect(throws: DayPeriodError.self) { try DayPeriod(text) }
        #expect(error.map { "\($0)" } == message)
    }

    @Test("A week that ends behind the last day there is, or is of no year, is none")
    func ends() {
        #expect(DayPeriod(isoWeek: 52, of: 9999) == nil)
        #expect(DayPeriod(isoWeek: 51, of: 9999) != nil)
        #expect(DayPeriod(isoWeek: 1, of: 0) == nil)
        #expect(DayPeriod(isoWeek: .max, of: 2026) == nil)
    }

    @Test("Every day of 1970 to 2105 is in the week that Foundation's ISO calendar says, and in no other")
    func foundation() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let last = try #require(CalendarDay(year: 2105, month: 12, day: 31))
        var wrong: [String] = []
        var yearsOf53: Set<Int> = []
        for number in 0...last.number {
            let noon = Date(timeIntervalSince1970: TimeInterval(number) * 86_400 + 43_200)
            let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: noon)
            let (year, week) = (try #require(parts.yearForWeekOfYear), try #require(parts.weekOfYear))
            if week == 53 { yearsOf53.insert(year) }
            let period = DayPeriod(isoWeek: week, of: year)
            let day = CalendarDay(number: number)
            let written = "\(year)-W\(week < 10 ? "0" : "")\(week)"
            if period?.days.contains(day) != true || period.map({ "\($0)" }) != written { wrong.append("\(day)") }
        }
        #expect(wrong.isEmpty, "\(wrong.count) days differ, the first: \(wrong.prefix(3))")
        for year in 1970...2105 {
            #expect((DayPeriod(isoWeek: 53, of: year) != nil) == yearsOf53.contains(year), "\(year)")
        }
    }
}
