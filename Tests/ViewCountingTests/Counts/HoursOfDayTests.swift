import LogReading
import Testing

@testable import ViewCounting

@Suite("Some hours of a day")
struct HoursOfDayTests {
    private let berlin: SiteCalendar

    init() throws { berlin = try #require(SiteCalendar(zoneName: "Europe/Berlin")) }

    @Test("Hours of the clock are those that are not without lines, both times where they come twice")
    func clockHours() throws {
        let all = Set(0...23)
        #expect(try clockHours("2026-03-28", without: []) == all)
        #expect(try clockHours("2026-03-28", without: [0, 7]) == all.subtracting([0, 7]))
        // There is no hour 2 on this day, and place 2 is hour 3.
        #expect(try clockHours("2026-03-29", without: [2]) == all.subtracting([2, 3]))
        // Places 2 and 3 are both hour 2.
        #expect(try clockHours("2026-10-25", without: [3]) == all.subtracting([2]))
        #expect(try clockHours("2026-10-25", without: Array(0..<25)) == [])
    }

    @Test("Only views of these hours are left, both times where an hour comes twice, and only articles that have some")
    func only() throws {
        let day = try counts("2026-10-25", without: [])
        let minutes = berlin.hours(of: day.day).map { UInt32($0.start / 60) }
        // Hours 1, 2, 2 again, 3; the last minute of hour 3, and the first of hour 4. 64 are of no hour of the day.
        let cells = [
            (0, minutes[1], 1), (0, minutes[2], 2), (0, minutes[3], 4), (0, minutes[4], 8), (0, minutes[5] - 1, 16),
            (0, minutes[5], 32), (1, minutes[0] - 1, 64), (1, minutes[23], 5), (2, minutes[2] + 59, 7),
            (2, minutes[24], 9), (2, minutes[24] + 60, 64),
        ].map { MinuteViews.Cell(article: $0.0, minute: $0.1, views: $0.2) }
        func views(_ hours: Set<Int>) -> [String] {
            day.only(hours, of: MinuteViews(cells: cells), calendar: berlin).articles.map {
                "\($0.key.text) \($0.views)"
            }
        }
        #expect(views([2]) == ["a 6", "c 7"])
        #expect(views([1]) == ["a 1"])
        #expect(views([3]) == ["a 24"])
        #expect(views([22, 23]) == ["b 5", "c 9"])
        #expect(views([]) == [])
        #expect(views(Set(0...23)) == ["a 63", "b 5", "c 16"])
    }

    @Test("Of visitors and raw clicks nothing is known then; section, path and coverage stay")
    func rest() throws {
        let day = try counts("2026-03-28", without: [5])
        let minute = UInt32(berlin.hours(of: day.day)[9].start / 60)
        let cells = [MinuteViews.Cell(article: 1, minute: minute, views: 3)]
        let only = day.only([9], of: MinuteViews(cells: cells), calendar: berlin)
        #expect(
            only.articles == [
                ArticleCounts(key: "b", path: "/s/b", section: "s", views: 3, visitors: 0, rawClicks: 0)
            ])
        #expect(only.coverage == day.coverage && only.accounting == day.accounting && only.day == day.day)
    }

    /// - Parameter places: Of the day's hours, those without lines; all others have one in their last minute.
    private func clockHours(_ iso: String, without places: [Int]) throws -> Set<Int> {
        let day = try #require(CalendarDay(iso: iso))
        let hours = berlin.hours(of: day)
        var minutes = MinuteSet(day: day)
        for (place, hour) in hours.enumerated() where !places.contains(place) {
            minutes.insert(second: UInt32(hour.end - 1))
        }
        return minutes.clockHours(in: hours)
    }

    /// - Parameter places: Of the day's hours, those without lines.
    private func counts(_ iso: String, without places: [Int]) throws -> DayCounts {
        let day = try #require(CalendarDay(iso: iso))
        let time = LocalTime(day: day, secondOfDay: 0, offset: 0)
        let hours = berlin.hours(of: day)
        return DayCounts(
            day: day,
            coverage: DayCoverage(
                state: .complete, incomplete: false, firstLine: time, lastLine: time,
                hoursWithoutLines: places.map { hours[$0] }, formats: []),
            accounting: Accounting(),
            articles: ["a", "b", "c"].map { key in
                ArticleCounts(
                    key: ByteString(key), path: ByteString("/s/" + key), section: "s", views: 99, visitors: 9,
                    rawClicks: 120)
            })
    }
}
