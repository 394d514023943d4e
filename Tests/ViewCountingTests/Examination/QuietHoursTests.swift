import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("Hours without a line")
struct QuietHoursTests {
    @Test(
        "They are those that a walk over all hours of the clock finds, where the clock changes too",
        arguments: SmallLog.hours, 0..<6 as Range<UInt64>)
    func walk(hour: SmallLog.Hour, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let rules = try #require(CountingRules.plain(zone: hour.zone, now: hour.instant + 1_000_000))
        let run = try CountingRun(rules)
        let count = Int.random(in: 2...9, using: &generator)
        let seconds = (0..<count).map { _ in hour.instant + Int64.random(in: -150_000...150_000, using: &generator) }
            .sorted()
        let utc = try #require(SiteCalendar(zoneName: "UTC"))
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let lines = try seconds.map { second -> [UInt8] in
            let time = utc.localTime(at: second)
            let date = "\(time.day)".split(separator: "-")
            let month = try #require(Int(date[1]))
            return Array(
                "192.0.2.1 - - [\(date[2])/\(months[month - 1])/\(date[0]):\(time.clock) +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"Firefox\""
                    .utf8)
        }
        let worker = try run.worker([0: SmallLog.content(lines, endsWithLineFeed: true)])
        let quiet = QuietHours(worker.sources[0]?.days ?? [], calendar: rules.calendar)

        // Minute by minute: an hour is what has one reading of the clock's hour.
        func reading(_ second: Int64) -> String {
            let time = rules.calendar.localTime(at: second)
            return "\(time.day) \(time.clock.prefix(2)) \(rules.calendar.offset(at: second))"
        }
        let logged = Set(seconds.map(reading))
        let first = try #require(seconds.first)
        let last = try #require(seconds.last)
        var expected: [Range<Int64>] = []
        var minute = first - first % 60
        while minute <= last {
            if !logged.contains(reading(minute)) {
                if let end = expected.last?.upperBound, end == minute {
                    expected[expected.count - 1] = expected[expected.count - 1].lowerBound..<(minute + 60)
                } else {
                    expected.append(minute..<(minute + 60))
                }
            }
            minute += 60
        }
        #expect(quiet.stretches == expected, "\(hour.what), seed \(seed)")
    }
}
