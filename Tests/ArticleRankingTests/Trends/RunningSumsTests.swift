import TestSupport
import Testing
import ViewCounting

@testable import ArticleRanking

@Suite("Sums up to each slot")
struct RunningSumsTests {
    @Test(
        "The views of any window of an article are their difference, whatever was counted of others",
        arguments: 1...5 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let calendar = try #require(SiteCalendar(zoneName: "UTC"))
        let first = try #require(CalendarDay(iso: "2026-03-02"))
        let day = CalendarDay(number: first.number + 8)
        let start = try #require(calendar.minutes(of: first)).lowerBound
        let ends = TrendGrid.ends(of: day, calendar)
        let grid = TrendGrid(ends: ends, day: day, from: first, calendar: calendar)
        var counts = TrendCounts(grid, windowMinutes: 60)
        var views = [[Int: Int]](repeating: [:], count: 2)
        for slot in 0..<grid.count where Int.random(in: 0..<3, using: &random) > 0 {
            let seen = Int.random(in: 1...9, using: &random)
            views[slot % 2][slot] = seen
            let minute = UInt32(start + slot * TrendGrid.slotMinutes)
            counts.add(seen, of: UInt32(slot % 2), in: 0, minute: minute)
            // A slot in which a day ends comes twice, with other articles in between.
            guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
            counts.add(1, of: UInt32(1 - slot % 2), in: 0, minute: minute)
            counts.add(8, of: UInt32(slot % 2), in: 0, minute: minute)
            views[1 - slot % 2][slot] = 1
            views[slot % 2][slot] = seen + 8
        }
        let asked = grid.asked(windowSlots: 6)
        #expect(asked == (ends.count * 8 + 1 - 6 - TrendGrid.slotsPerDay)..<grid.count)
        let cells = ArticleCells(of: [0, 1], in: counts, order: [1, 0])
        for article in 0...1 {
            let all = cells.running(article, over: asked)
            let hasAny = cells.running(article, over: asked) { $0 > 0 ? 1 : 0 }
            for end in grid.ends {
                for window in [end - 6..<end, end - 6 - TrendGrid.slotsPerDay..<end - 6, end..<end] {
                    let expected = window.map { views[1 - article][$0] ?? 0 }
                    #expect(all[window] == expected.reduce(0, +), "seed \(seed)")
                    #expect((hasAny[window] > 0) == expected.contains { $0 > 0 }, "seed \(seed)")
                }
            }
        }
    }
}
