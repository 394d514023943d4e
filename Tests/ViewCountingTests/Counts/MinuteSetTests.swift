import TestSupport
import Testing

@testable import ViewCounting

@Suite("Minutes of a day")
struct MinuteSetTests {
    @Test(
        "They are a set of numbers, in any zone's day",
        arguments: ["UTC", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Niue", "Asia/Kathmandu", "America/St_Johns"])
    func likeSet(zone: String) throws {
        let calendar = try #require(SiteCalendar(zoneName: zone))
        var generator = SeededGenerator(seed: 1)
        for number in [0, 14_917, 20_514] as [Int32] {
            let day = CalendarDay(number: number)
            let stretches = calendar.stretches(of: day)
            var minutes = MinuteSet(day: day)
            var others = MinuteSet(day: day)
            var seconds: Set<Int64> = []
            for _ in 0..<40 {
                guard let stretch = stretches.randomElement(using: &generator) else { continue }
                let second = max(0, Int64.random(in: stretch.start..<stretch.end, using: &generator))
                guard stretch.contains(second) else { continue }
                seconds.insert(second)
                if Bool.random(using: &generator) {
                    minutes.insert(second: UInt32(second))
                } else {
                    others.insert(second: UInt32(second))
                }
            }
            minutes.formUnion(others)
            for hour in calendar.hours(of: day) {
                let isHit = seconds.contains { hour.start <= $0 && $0 < hour.end }
                #expect(minutes.intersects(start: hour.start, end: hour.end) == isHit, "\(day), hour \(hour.hour)")
            }
            for stretch in stretches {
                #expect(!MinuteSet(day: day).intersects(start: stretch.start, end: stretch.end))
            }
        }
    }
}
