import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("Clicks on one article")
struct ArticleClicksTests {
    @Test(
        "Views and visitors of all sources together are those of the count", arguments: 8000..<8080 as Range<UInt64>)
    func count(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        var generator = SeededGenerator(seed: seed)
        let files = Arrangement(of: log.lines, using: &generator).packed(using: &generator)
        let worker = try run.worker(Dictionary(uniqueKeysWithValues: files.enumerated().map { ($0, $1) }))
        let sources = worker.sources.keys.sorted().compactMap { worker.sources[$0] }
        for day in run.reduction([worker]).days {
            let parts = sources.map { source in source.days.first { $0.day == day.day } }
            for (number, key) in worker.table.articles.enumerated() {
                func own(_ clicks: [PageClick]) -> [PageClick] {
                    clicks.filter { worker.table.pages[Int($0.page)].article == UInt32(number) }
                }
                let clicks = ArticleClicks(
                    parts.map { part in
                        ArticleClicks.Source(
                            clicks: own(Array((part?.clicks ?? []).joined())), followers: own(part?.followers ?? []))
                    })
                let counted = day.articles.first { $0.key == key }
                #expect(clicks.views.reduce(0, +) == counted?.views ?? 0, "seed \(seed), \(day.day), \(key)")
                #expect(clicks.visitors == counted?.visitors ?? 0, "seed \(seed), \(day.day), \(key)")
            }
        }
    }

    @Test("A view is the source's that had the last click; of two in one second, the first source's")
    func sources() {
        func clicks(_ seconds: UInt32...) -> [PageClick] {
            seconds.map { PageClick(visitor: 7, page: 0, second: $0) }
        }
        let told = ArticleClicks([
            .init(clicks: clicks(100, 131, 500), followers: clicks(930)),
            .init(clicks: clicks(130, 500, 900), followers: []), .init(clicks: clicks(162), followers: []),
        ])
        // 100 130 131 | 162 | 500 500 | 900 (930)
        #expect(told.views == [2, 0, 1])
        #expect(told.visitors == 1)
    }
}
