import Testing
import ViewCounting

@testable import ArticleRanking

@Suite("Articles that the time which is asked about tells of")
struct AskedArticlesTests {
    @Test("One can rise that has enough views in some slot of a window, be it the first or the last")
    func canRise() throws {
        let calendar = try #require(SiteCalendar(zoneName: "UTC"))
        let day = try #require(CalendarDay(iso: "2026-03-03"))
        let start = try #require(calendar.minutes(of: day)).lowerBound
        let end = start + 15 * 60
        let grid = TrendGrid(ends: [end], day: day, from: day.previous, calendar: calendar)
        let rules = TrendRules()
        func kept(_ views: [(minute: Int, views: Int)]) -> AskedArticles.Kept {
            let cells = views.map { MinuteViews.Cell(article: 0, minute: UInt32($0.minute), views: UInt32($0.views)) }
            let row = NumberedDay.Row(article: 3, place: 0, section: 0, views: 1, visitors: 1, rawClicks: 1)
            return AskedArticles([SlottedDay(day, [row], MinuteViews(cells: cells), in: grid)], grid, .hour, rules)[3]
        }
        #expect(kept([(end - 60, 12), (end - 51, 18)]) == .askedAndPast)
        #expect(kept([(end - 20, 5), (end - 1, 25)]) == .askedAndPast)
        #expect(kept([(end - 61, 40)]) == .nothing)
        #expect(kept([(end - 61, 50)]) == .asked)
        #expect(kept([(end, 50)]) == .nothing)
        #expect(kept([(end - 30, 24), (end - 20, 24)]) == .nothing)
        #expect(kept([(end - 30, 29)]) == .nothing)
        // Of days far away nothing counts, and of an article that was not read there is nothing.
        #expect(AskedArticles([], grid, .hour, rules)[3] == .nothing)
    }
}
