import Testing
import ViewCounting

@Suite("A site's calendar")
struct SiteCalendarTests {
    /// A day whose clock does something worth telling.
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        let zone: String
        let day: String
        /// Minutes of the day's stretches, earliest first.
        let minutes: [Int]
        /// Offsets of the stretches in minutes east of UTC.
        let offsets: [Int]
        var testDescription: String { "\(zone) \(day): \(what)" }
    }

    @Test(
        "A day is as long as its zone says, in as many stretches",
        arguments: [
            Case(what: "an ordinary day", zone: "Asia/Tokyo", day: "2026-03-02", minutes: [1440], offsets: [540]),
            Case(what: "UTC", zone: "UTC", day: "2026-03-02", minutes: [1440], offsets: [0]),
            Case(
                what: "23 hours", zone: "Europe/Berlin", day: "2026-03-29", minutes: [120, 1260], offsets: [60, 120]),
            Case(
                what: "25 hours", zone: "Europe/Berlin", day: "2026-10-25", minutes: [180, 1320], offsets: [120, 60]),
            Case(
                what: "begins at 01:00", zone: "America/Sao_Paulo", day: "2018-11-04", minutes: [1380],
                offsets: [-120]),
            Case(
                what: "its last hour comes twice", zone: "America/Sao_Paulo", day: "2018-02-17", minutes: [1440, 60],
                offsets: [-120, -180]),
            Case(
                what: "half an hour more", zone: "Australia/Lord_Howe", day: "2026-04-05", minutes: [120, 1350],
                offsets: [660, 630]),
            Case(
                what: "half an hour less", zone: "Australia/Lord_Howe", day: "2026-10-04", minutes: [120, 1290],
                offsets: [630, 660]),
            Case(
                what: "comes back for 59 minutes after it was over", zone: "America/St_Johns", day: "2010-11-06",
                minutes: [1440, 59], offsets: [-150, -210]),
            Case(
                what: "a first minute, then 59 minutes of the day before, then the rest", zone: "America/St_Johns",
                day: "2010-11-07", minutes: [1, 1440], offsets: [-150, -210]),
            Case(
                what: "its clock leaves out 00:01 to 01:01", zone: "America/St_Johns", day: "2010-03-14",
                minutes: [1, 1379], offsets: [-210, -150]),
            Case(what: "the zone skipped it", zone: "Pacific/Apia", day: "2011-12-30", minutes: [], offsets: []),
            Case(what: "the day before", zone: "Pacific/Apia", day: "2011-12-29", minutes: [1440], offsets: [-600]),
            Case(what: "the day after", zone: "Pacific/Apia", day: "2011-12-31", minutes: [1440], offsets: [840]),
        ])
    func stretches(of example: Case) throws {
        let calendar = try #require(SiteCalendar(zoneName: example.zone))
        let day = try #require(CalendarDay(iso: example.day))
        let stretches = calendar.stretches(of: day)
        #expect(stretches.map { Int($0.end - $0.start) / 60 } == example.minutes)
        #expect(stretches.map { Int($0.offset) / 60 } == example.offsets)
        #expect(stretches.allSatisfy { $0.day == day })
        #expect(calendar.end(of: day) == stretches.last?.end)
    }

    @Test(
        "Stretches tile time, and each instant's day is its stretch's",
        arguments: [
            ("UTC", "2026-01-01"), ("Asia/Tokyo", "2026-01-01"), ("Europe/Berlin", "2026-01-01"),
            ("America/Sao_Paulo", "2018-01-01"), ("Australia/Lord_Howe", "2026-01-01"),
            ("America/St_Johns", "2010-01-01"), ("Pacific/Apia", "2011-06-01"), ("Asia/Tehran", "2019-01-01"),
            ("Asia/Kathmandu", "1985-12-01"),
        ])
    func tiling(zone: String, from: String) throws {
        let calendar = try #require(SiteCalendar(zoneName: zone))
        let start = Int64(try #require(CalendarDay(iso: from)).number) * 86_400
        var second = calendar.stretch(around: start).start
        while second < start + 366 * 86_400 {
            let stretch = calendar.stretch(around: second)
            #expect(stretch.start == second, "a gap or an overlap at \(second)")
            try #require(stretch.end > second)
            // Its edges, and odd places within it.
            let length = stretch.end - stretch.start
            for inside in [0, 1, length / 7, length / 3, length / 2, length - 1] {
                let instant = min(second + inside, stretch.end - 1)
                #expect(calendar.day(at: instant) == stretch.day)
                #expect(calendar.offset(at: instant) == stretch.offset)
                #expect(calendar.localTime(at: instant).day == stretch.day)
                #expect(calendar.stretch(around: instant) == stretch)
                #expect(stretch.contains(instant))
            }
            #expect(!stretch.contains(stretch.end))
            second = stretch.end
        }
    }

    @Test(
        "The hours of a day tile its stretches",
        arguments: [
            ("Asia/Tokyo", "2026-03-02", 24), ("Europe/Berlin", "2026-03-29", 23), ("Europe/Berlin", "2026-10-25", 25),
            ("America/Sao_Paulo", "2018-11-04", 23), ("America/Sao_Paulo", "2018-02-17", 25),
            ("Australia/Lord_Howe", "2026-04-05", 25), ("Pacific/Apia", "2011-12-30", 0),
        ])
    func hours(zone: String, day: String, count: Int) throws {
        let calendar = try #require(SiteCalendar(zoneName: zone))
        let stretches = calendar.stretches(of: try #require(CalendarDay(iso: day)))
        let hours = calendar.hours(of: try #require(CalendarDay(iso: day)))
        #expect(hours.count == count)
        #expect(hours.reduce(0) { $0 + $1.end - $1.start } == stretches.reduce(0) { $0 + $1.end - $1.start })
        for hour in hours {
            #expect(calendar.localTime(at: hour.start).secondOfDay / 3600 == hour.hour)
            #expect(calendar.localTime(at: hour.end - 1).secondOfDay / 3600 == hour.hour)
        }
        for (earlier, later) in zip(hours, hours.dropFirst()) { #expect(earlier.end <= later.start) }
    }

    @Test("Where the clock goes forward an hour is missing, where it goes back one comes twice")
    func missingAndRepeatedHours() throws {
        let berlin = try #require(SiteCalendar(zoneName: "Europe/Berlin"))
        let spring = berlin.hours(of: try #require(CalendarDay(iso: "2026-03-29"))).map(\.hour)
        let autumn = berlin.hours(of: try #require(CalendarDay(iso: "2026-10-25"))).map(\.hour)
        #expect(spring.prefix(4) == [0, 1, 3, 4])
        #expect(autumn.prefix(5) == [0, 1, 2, 2, 3])
    }

    @Test("A local time shows its clock and its offset")
    func localTime() throws {
        let newfoundland = try #require(SiteCalendar(zoneName: "America/St_Johns"))
        // 2026-01-01 00:00:09 UTC.
        let time = newfoundland.localTime(at: 1_767_225_609)
        #expect(time.day.description == "2025-12-31")
        #expect(time.clock == "20:30:09")
        #expect(time.offsetText == "-03:30")
        #expect(LocalTime(day: time.day, secondOfDay: 0, offset: 32_400).offsetText == "+09:00")
    }

    @Test("A zone that nobody has is no calendar")
    func unknownZone() {
        #expect(SiteCalendar(zoneName: "Mars/Olympus_Mons") == nil)
    }
}
