import Testing

@testable import LogSynthesis

@Suite struct ClickChainsTests {
    private let midnight = 1000

    /// One reader's clicks on one article and which of them are views, with a midnight at 1,000.
    @Test(
        "A click is a view if none follows within 30 seconds",
        arguments: [
            ([10], [10]), ([10, 39], [39]), ([10, 40], [40]), ([10, 41], [10, 41]), ([10, 10], [10]),
            ([10, 10, 10, 41], [10, 41]), ([10, 30, 60, 90], [90]), ([10, 30, 61], [30, 61]),
            ([990, 1020], [1020]), ([989, 1020], [989, 1020]), ([999], [999]), ([970, 1000], [1000]),
            ([969, 1000], [969, 1000]), ([960, 985, 1010, 1035, 1100], [1035, 1100]), ([999, 999, 1000, 1000], [1000]),
        ])
    func chains(seconds: [Int], expected: [Int]) {
        #expect(views(seconds.map { click(1, 1, $0) }).map(\.second).sorted() == expected)
    }

    @Test("Another reader's click and a click on another article do not join")
    func others() {
        #expect(views([click(1, 1, 10), click(2, 1, 11), click(1, 2, 12)]).count == 3)
        #expect(views([click(1, 1, 995), click(2, 1, 1001), click(1, 2, 1002)]).count == 3)
    }

    @Test("A reader is a visitor once a day, also by a view that midnight decides")
    func visitors() {
        let found = views([click(1, 1, 10), click(1, 1, 100), click(1, 1, 995), click(1, 1, 1100), click(1, 1, 1200)])
        #expect(found.filter(\.isNewVisitor).map(\.second).sorted() == [10, 1100])
        #expect(views([click(1, 1, 995)]).map(\.isNewVisitor) == [true])
    }

    @Test("The order of clicks is of no matter", arguments: Sample.seeds)
    func order(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var clicks = (0..<300).map { _ in
            click(UInt32(random.below(3)), UInt32(random.below(3)), 800 + random.below(400))
        }
        let expected = views(clicks).map { [Int($0.article), $0.second] }.sorted { $0.lexicographicallyPrecedes($1) }
        for index in clicks.indices { clicks.swapAt(index, random.below(clicks.count)) }
        #expect(
            views(clicks).map { [Int($0.article), $0.second] }.sorted { $0.lexicographicallyPrecedes($1) } == expected)
    }

    private func click(_ visitor: UInt32, _ article: UInt32, _ second: Int) -> ClickChains.Click {
        ClickChains.Click(visitor: visitor, article: article, second: second)
    }

    private func views(_ clicks: [ClickChains.Click]) -> [ClickChains.View] {
        var chains = ClickChains()
        let day = { (second: Int) in second < midnight ? 0 : 1 }
        let first = chains.views(among: clicks.filter { $0.second < midnight }, before: midnight, day: day)
        let second = chains.views(among: clicks.filter { $0.second >= midnight }, before: 2 * midnight, day: day)
        return first + second + chains.finish()
    }
}
