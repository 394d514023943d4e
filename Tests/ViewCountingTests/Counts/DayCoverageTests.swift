import LogReading
import TestSupport
import Testing

@testable import ViewCounting

/// COUNTING, section 7: how much of a day was read.
@Suite("Coverage of a day")
struct DayCoverageTests {
    private static let months = ["Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]

    /// A line at an instant; `kind` is what becomes of it.
    private func line(at instant: Int64, kind: String = "view") -> String {
        let (year, month, day) = CalendarDay(number: Int32(instant / 86_400)).date
        let second = Int(instant % 86_400)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let clock = [second / 3600, second / 60 % 60, second % 60].map(two).joined(separator: ":")
        let time = "\(two(day))/\(Self.months[(month + 2) % 12])/\(year):\(clock) +0000"
        let request = kind == "bad-request" ? "-" : kind == "other-page" ? "GET / HTTP/1.1" : "GET /a HTTP/1.1"
        return "192.0.2.1 - - [\(time)] \"\(request)\" 200 \(kind == "malformed" ? "x" : "5")"
    }

    private func days(_ lines: [String], zone: String, now: Int64 = 1_800_000_000) throws -> [String] {
        let rules = try #require(CountingRules.plain(zone: zone, now: now))
        let sources = lines.map { Array($0.utf8) }
        return try CountingRun(rules).counted(sources).days.map { "\($0.day) \($0.coverage.stateText)" }
    }

    @Test("A day is complete when a line at its end or later has been read, and not a second earlier")
    func end() throws {
        // 2026-03-02 00:00:00 in Tokyo.
        let midnight: Int64 = 1_772_377_200
        let evening = line(at: midnight - 3600)
        #expect(try days([evening, line(at: midnight - 1)], zone: "Asia/Tokyo") == ["2026-03-01 partial"])
        for second in [0, 1, 86_399] as [Int64] {
            let expected = ["2026-03-01 complete", "2026-03-02 partial"]
            #expect(try days([evening, line(at: midnight + second)], zone: "Asia/Tokyo") == expected)
            #expect(try days([line(at: midnight + second), evening], zone: "Asia/Tokyo") == expected)
        }
    }

    @Test(
        "Every line with a time that counts completes a day; those without do not",
        arguments: [
            ("view", true), ("bad-request", true), ("other-page", true), ("malformed", false),
        ])
    func kinds(kind: String, completes: Bool) throws {
        let midnight: Int64 = 1_772_409_600
        let days = try days([line(at: midnight - 5), line(at: midnight + 5, kind: kind)], zone: "UTC")
        #expect(days.first == (completes ? "2026-03-01 complete" : "2026-03-01 partial"))
        #expect(days.count == (completes ? 2 : 1))
    }

    @Test("A line of the future completes nothing")
    func future() throws {
        let midnight: Int64 = 1_772_409_600
        let lines = [line(at: midnight - 5), line(at: midnight + 601)]
        #expect(try days(lines, zone: "UTC", now: midnight) == ["2026-03-01 partial"])
        #expect(try days(lines, zone: "UTC", now: midnight + 1).first == "2026-03-01 complete")
    }

    @Test("A day that comes back after midnight is complete only when it is over for good")
    func twoStretches() throws {
        // St. John's, 2010-11-07 00:01:00 NDT, when the clock goes back to 23:01 of the day before, for 59 minutes.
        let back: Int64 = 1_289_097_060
        let day = line(at: back - 7200)
        let zone = "America/St_Johns"
        // In the first minute of the 7th, and again on the 6th.
        #expect(try days([day, line(at: back - 1)], zone: zone) == ["2010-11-06 partial", "2010-11-07 partial"])
        #expect(try days([day, line(at: back + 59 * 60 - 1)], zone: zone) == ["2010-11-06 partial"])
        #expect(
            try days([day, line(at: back + 59 * 60)], zone: zone) == ["2010-11-06 complete", "2010-11-07 partial"])
    }

    @Test("The hours without lines are those of the local clock")
    func hours() throws {
        // Berlin, 2026-10-25, 02:30 for the second time.
        let rules = try #require(CountingRules.plain(zone: "Europe/Berlin", now: 1_800_000_000))
        let reduction = try CountingRun(rules).counted([Array(line(at: 1_792_891_800).utf8)])
        let coverage = try #require(reduction.days.first?.coverage)
        #expect(coverage.hoursWithoutLines.count == 24)
        #expect(coverage.hoursWithoutLines.map(\.hour) == [0, 1, 2] + Array(3...23))
        #expect(coverage.firstLine.clock == "02:30:00" && coverage.firstLine.offsetText == "+01:00")
        #expect(coverage.firstLine == coverage.lastLine)
        #expect(coverage.formats == [FormatLines(format: "common", lines: 1)])
    }
}
