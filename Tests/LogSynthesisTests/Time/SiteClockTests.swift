import Foundation
import Testing

@testable import LogSynthesis

@Suite struct SiteClockTests {
    private func clock(_ zone: String, _ start: String, days: Int = 3) throws -> SiteClock {
        try Sample.site(Sample.options(days: days, start: start, timezone: zone)).clock
    }

    @Test(
        "Days are as long as the zone's clock makes them",
        arguments: [
            ("UTC", "2026-03-28", [24, 24, 24]), ("Europe/Berlin", "2026-03-28", [24, 23, 24]),
            ("Europe/Berlin", "2026-10-24", [24, 25, 24]), ("Asia/Tokyo", "2026-03-28", [24, 24, 24]),
            ("America/New_York", "2026-03-07", [24, 23, 24]),
        ])
    func lengths(zone: String, start: String, hours: [Int]) throws {
        #expect(try clock(zone, start).days.map { $0.count / 3600 } == hours)
    }

    @Test("Days begin at local midnight, each where the one before ends")
    func starts() throws {
        let clock = try clock("Asia/Tokyo", "2026-03-01")
        #expect(clock.start == 1_772_290_800)
        #expect(zip(clock.days, clock.days.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        #expect(clock.names.map(\.text) == ["2026-03-01", "2026-03-02", "2026-03-03"])
    }

    @Test("The offset changes at the second of the clock change")
    func offsets() throws {
        let clock = try clock("Europe/Berlin", "2026-03-28")
        let change = 1_774_746_000
        #expect(clock.local(at: change - 1).offset == 3600)
        #expect(clock.local(at: change).offset == 7200)
        #expect(clock.local(at: clock.start - SiteClock.archiveSeconds).offset == 3600)
    }

    @Test("Every instant lies in one day")
    func dayOf() throws {
        let clock = try clock("Europe/Berlin", "2026-03-28")
        for (index, day) in clock.days.enumerated() {
            #expect(clock.day(at: day.lowerBound) == index)
            #expect(clock.day(at: day.upperBound - 1) == index)
        }
    }

    @Test("A day that the zone skipped is refused")
    func skipped() {
        #expect(throws: SynthesisError.self) {
            try Sample.site(Sample.options(start: "2011-12-29", timezone: "Pacific/Apia"))
        }
    }
}
