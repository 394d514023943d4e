import ArticleRanking
import Testing
import ViewCounting

@Suite struct TrendsTests {
    private let site: EvenSite
    private let end: Int

    init() throws {
        site = try EvenSite()
        end = try site.minute(site.day, hour: 15)
    }

    private var window: Range<Int> { end - 60..<end }

    @Test("An article that is read six times as much as in the day before rises, and its row shows the arithmetic")
    func rise() throws {
        let rises = try site.rises(end: end) { article, minute in article == 7 && window.contains(minute) ? 60 : nil }
        let rise = try #require(rises.first)
        #expect(rises.count == 1 && rise.article == 7)
        #expect(rise.seen == 360 && rise.end == UInt32(end))
        #expect((58...66).contains(rise.expected))
        #expect(rise.times == 360 / rise.expected)
        #expect(rise.lower < rise.times && rise.score == rise.lower)
        #expect(try rise.times < #require(rise.upper))
    }

    @Test("Nothing rises where nothing changes, nor where the whole site is read three times as much")
    func tide() throws {
        #expect(try site.rises(end: end) { _, _ in nil }.isEmpty)
        #expect(try site.rises(end: end) { _, minute in window.contains(minute) ? 30 : nil }.isEmpty)
    }

    @Test("When a story that most readers read is over, the others do not rise")
    func relief() throws {
        let rises = try site.rises(end: end) { article, minute in
            // Before, 40 articles shared what one of them had left them.
            if article == 0 { return window.contains(minute) ? 10 : 2000 }
            return window.contains(minute) ? 60 : nil
        }
        #expect(rises.isEmpty)
    }

    @Test("What is read more at the same hour of each week does not rise; what was once, does")
    func habit() throws {
        let week = 7 * 1440
        func rises(in weeks: Set<Int>) throws -> [Rise] {
            try site.rises(end: end) { article, minute in
                article == 4 && weeks.contains { window.contains(minute + $0 * week) } ? 60 : nil
            }
        }
        #expect(try rises(in: [0, 1, 2]).isEmpty)
        #expect(try rises(in: [0, 1]).map(\.article) == [4])
    }

    @Test("A usual hour is the one that the clock shows, also where it was put forward since")
    func clockChange() throws {
        // On 29 March 2026 at 2 o'clock.
        let site = try EvenSite(day: "2026-04-01")
        let end = try site.minute(site.day, hour: 15)
        func rises(offBy minutes: Int) throws -> [Rise] {
            try site.rises(end: end) { article, minute in
                let past = [0] + [1, 2].map { $0 * 7 * 1440 - minutes }
                return article == 4 && past.contains { (end - 60..<end).contains(minute + $0) } ? 60 : nil
            }
        }
        #expect(try rises(offBy: 60).isEmpty)
        #expect(try rises(offBy: 0).map(\.article) == [4])
    }

    @Test("A new article does not rise in its first window, and then against what new articles have")
    func newcomer() throws {
        var all = TrendRules()
        all.leastTimes = 0
        func rises(from start: Int, views: Int) throws -> [Rise] {
            try site.rises(end: end, rules: all) { article, minute in
                guard article == 9 else { return nil }
                return minute < start ? 0 : (window.contains(minute) ? views : 10)
            }
        }
        #expect(try !rises(from: end - 60, views: 500).contains { $0.article == 9 })
        let rise = try #require(try rises(from: end - 120, views: 500).first { $0.article == 9 })
        #expect(rise.baseline == .new && rise.seen == 3000)
    }

    @Test("One reader who loads an article again and again makes nothing rise; few views never do")
    func floors() throws {
        func rises(_ views: Int) throws -> [Rise] {
            try site.rises(end: end) { article, minute in article == 11 ? (window.contains(minute) ? views : 0) : nil }
        }
        // The article was never read before: it is new. From here on it has one view a day.
        func old(_ views: Int) throws -> [Rise] {
            try site.rises(end: end) { article, minute in
                article == 11 ? (window.contains(minute) ? views : (minute % 1440 == 0 ? 1 : 0)) : nil
            }
        }
        #expect(try rises(40).isEmpty)
        #expect(try old(20).isEmpty)
        #expect(try old(40).map(\.article) == [11])
    }
}
