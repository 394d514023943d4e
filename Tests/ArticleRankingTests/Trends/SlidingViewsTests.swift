import TestSupport
import Testing
import ViewCounting

@testable import ArticleRanking

@Suite("Views in a window that moves on")
struct SlidingViewsTests {
    @Test(
        "They are those of the window and of the day before it, wherever it has come to",
        arguments: 1...5 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let calendar = try #require(SiteCalendar(zoneName: "UTC"))
        let first = try #require(CalendarDay(iso: "2026-03-02"))
        let day = CalendarDay(number: first.number + 8)
        let start = try #require(calendar.minutes(of: first)).lowerBound
        let ends = TrendGrid.ends(of: day, calendar).filter { _ in Bool.random(using: &random) }
        let grid = TrendGrid(ends: ends, day: day, from: first, calendar: calendar)
        var counts = TrendCounts(grid, windowMinutes: 60)
        for slot in 0..<grid.count where Int.random(in: 0..<3, using: &random) > 0 {
            let views = Int.random(in: 1...9, using: &random)
            counts.add(views, of: UInt32(slot % 2), in: 0, minute: UInt32(start + slot * TrendGrid.slotMinutes))
        }
        let cells = ArticleCells(of: [0, 1], in: counts, order: [1, 0])
        for article in 0...1 {
            var sliding = SlidingViews(of: article, in: cells)
            for end in grid.ends {
                let window = end - 6..<end
                let before = window.lowerBound - TrendGrid.slotsPerDay..<window.lowerBound
                sliding.advance(to: window, before, in: cells)
                #expect(sliding.inWindow == cells.views(of: article, in: window), "seed \(seed)")
                #expect(sliding.before == cells.views(of: article, in: before), "seed \(seed)")
            }
        }
    }
}
