import ArticleRanking
import LogReading
import Testing
import ViewCounting

/// Days made by hand: `a 5, b 3` in a section.
enum Days {
    static func article(_ key: ByteString, _ views: Int, in section: ByteString? = nil) -> ArticleCounts {
        ArticleCounts(
            key: key, path: ByteString("/" + key.text), section: section, views: views, visitors: views,
            rawClicks: views)
    }

    static func counts(
        _ iso: String, _ articles: [ArticleCounts], state: DayCoverage.State = .complete, incomplete: Bool = false
    ) throws -> DayCounts {
        let day = try #require(CalendarDay(iso: iso))
        let time = LocalTime(day: day, secondOfDay: 0, offset: 0)
        let coverage = DayCoverage(
            state: state, incomplete: incomplete, firstLine: time, lastLine: time, hoursWithoutLines: [], formats: [])
        var accounting = Accounting()
        accounting[.view] = articles.reduce(0) { $0 + $1.views }
        return DayCounts(day: day, coverage: coverage, accounting: accounting, articles: articles)
    }
}

/// Small numbers that repeat for a seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
