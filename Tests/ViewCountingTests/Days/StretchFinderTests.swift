import TestSupport
import Testing

@testable import ViewCounting

@Suite("Finding local days")
struct StretchFinderTests {
    @Test(
        "A finder agrees with the calendar, in whatever order it is asked",
        arguments: [
            ("UTC", 1_772_409_600), ("Asia/Tokyo", 1_772_377_200), ("Europe/Berlin", 1_774_746_000),
            ("Europe/Berlin", 1_792_890_000), ("America/St_Johns", 1_289_097_060), ("Pacific/Apia", 1_325_239_200),
            ("America/Sao_Paulo", 1_518_919_200), ("Australia/Lord_Howe", 1_775_314_800), ("Asia/Tokyo", 100_000),
        ] as [(String, Int64)])
    func agreement(zone: String, anchor: Int64) throws {
        let calendar = try #require(SiteCalendar(zoneName: zone))
        var finder = StretchFinder(calendar)
        var generator = SeededGenerator(seed: UInt64(anchor))
        var indices: [DayStretch: Int] = [:]
        for _ in 0..<2000 {
            let width: Int64 = Bool.random(using: &generator) ? 4000 : 90_000
            let second = anchor + Int64.random(in: -width...width, using: &generator)
            #expect(finder.day(at: second) == calendar.day(at: second), "\(second)")
            let index = finder.index(around: second)
            #expect(finder[index].contains(second))
            #expect(finder[index].offset == calendar.offset(at: second))
            #expect(indices[finder[index], default: index] == index, "the number of a stretch has changed")
            indices[finder[index]] = index
        }
    }
}
