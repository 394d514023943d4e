import Testing
import ViewCounting

@Suite("A minute as it is written")
struct WrittenMinuteTests {
    @Test(
        "It is read by the site's clock, or by its offset",
        arguments: [
            ("2026-03-02 15:00", "2026-03-02T06:00:00Z"), ("2026-03-02T15:00", "2026-03-02T06:00:00Z"),
            ("2026-03-02 15:00:00", "2026-03-02T06:00:00Z"), ("2026-03-02T15:00:00.000+09:00", "2026-03-02T06:00:00Z"),
            ("2026-03-02T15:00Z", "2026-03-02T15:00:00Z"), ("2026-03-02 15:00-03:30", "2026-03-02T18:30:00Z"),
            ("2026-03-01T00:00+0000", "2026-03-01T00:00:00Z"),
        ])
    func read(text: String, utc: String) throws {
        let tokyo = try #require(SiteCalendar(zoneName: "Asia/Tokyo"))
        let minute = try WrittenMinute(text).minute(in: tokyo)
        #expect(
            try #require(SiteCalendar(zoneName: "UTC")).instantText(atMinute: minute)
                == utc.replacing("Z", with: "+00:00"))
        #expect(try WrittenMinute(tokyo.instantText(atMinute: minute)).minute(in: tokyo) == minute)
    }

    @Test(
        "What is none is told",
        arguments: [
            "", "2026-03-02", "15:00", "2026-02-30 15:00", "2026-03-02 24:00", "2026-03-02 15:60", "2026-3-2 15:00",
            "2026-03-02 15:00 +09:00", "2026-03-02T15:00+24:00", "2026-03-02  15:00", "2026-03-02 15:00\n",
            "٢٠٢٦-03-02 15:00",
        ])
    func unreadable(text: String) {
        #expect(throws: WrittenMinuteError.unreadable(text)) { try WrittenMinute(text) }
    }

    @Test(
        "Seconds are told apart: views are kept by the minute",
        arguments: ["2026-03-02 15:00:01", "2026-03-02T15:00:59Z"])
    func seconds(text: String) {
        #expect(throws: WrittenMinuteError.seconds(text)) { try WrittenMinute(text) }
    }

    @Test("A time that the clock shows twice needs its offset, and both are named")
    func twice() throws {
        let berlin = try #require(SiteCalendar(zoneName: "Europe/Berlin"))
        let written = try WrittenMinute("2026-10-25 02:30")
        let choices = ["2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"]
        #expect(throws: WrittenMinuteError.twice("2026-10-25 02:30", zone: "Europe/Berlin", choices: choices)) {
            try written.minute(in: berlin)
        }
        let minutes = try choices.map { try WrittenMinute($0).minute(in: berlin) }
        #expect(minutes[1] - minutes[0] == 60)
        #expect(minutes.map(berlin.minuteText) == choices)
    }

    @Test(
        "A time that the clock passes over does not exist, and the next one is named",
        arguments: [
            ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29T03:00+02:00"),
            ("Europe/Berlin", "2026-03-29 02:00", "2026-03-29T03:00+02:00"),
            ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04T02:30+11:00"),
            ("Pacific/Apia", "2011-12-30 12:00", nil),
        ])
    func never(zone: String, text: String, next: String?) throws {
        let calendar = try #require(SiteCalendar(zoneName: zone))
        #expect(throws: WrittenMinuteError.never(text, zone: zone, next: next)) {
            try WrittenMinute(text).minute(in: calendar)
        }
    }

    @Test("The ends of a day's windows are multiples of the step from its midnight, up to its own end")
    func ends() throws {
        let berlin = try #require(SiteCalendar(zoneName: "Europe/Berlin"))
        func ends(_ iso: String, _ step: WindowLength) throws -> [String] {
            berlin.windowEnds(of: try #require(CalendarDay(iso: iso)), every: step).map(berlin.minuteText)
        }
        #expect(try ends("2026-03-29", .hour).count == 23 && ends("2026-10-25", .hour).count == 25)
        #expect(
            try ends("2026-03-29", .hour).prefix(3)
                == ["2026-03-29T01:00+01:00", "2026-03-29T03:00+02:00", "2026-03-29T04:00+02:00"])
        #expect(
            try ends("2026-03-29", WindowLength(minutes: 600)) == ["2026-03-29T11:00+02:00", "2026-03-29T21:00+02:00"])
        #expect(
            try ends("2026-03-30", WindowLength(minutes: 720)) == ["2026-03-30T12:00+02:00", "2026-03-31T00:00+02:00"])
        #expect(try ends("2026-03-29", .day) == [])
    }
}

@Suite("The length of a window")
struct WindowLengthTests {
    @Test(
        "It is a whole number of minutes, hours or days",
        arguments: [
            ("90m", 90, "90m"), ("24h", 1440, "24h"), ("7d", 10_080, "7d"), ("1d", 1440, "24h"), ("60m", 60, "1h"),
            ("0003h", 180, "3h"), ("3660d", 3660 * 1440, "3660d"),
        ])
    func read(text: String, minutes: Int, shown: String) throws {
        let length = try #require(WindowLength(text))
        #expect(length.minutes == minutes)
        #expect("\(length)" == shown)
    }

    @Test(
        "Anything else is none",
        arguments: [
            "", "h", "24", "0m", "-1h", "+1h", "1.5h", "24 h", "24H", "3661d", "9999999h", "99999999999999999999d",
            "١h", "1s",
        ])
    func none(text: String) {
        #expect(WindowLength(text) == nil)
    }
}
