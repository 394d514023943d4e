import TestSupport
import Testing

@testable import ViewCounting

@Suite("Stepped window")
struct SteppedWindowTests {
    @Test("At each of its ends it holds what a sliding window holds", arguments: 1...200 as ClosedRange<UInt64>)
    func slides(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let articles = Int.random(in: 1...60, using: &random)
        let sections = (0..<articles).map { _ in
            Bool.random(using: &random) ? UInt32?.some(UInt32.random(in: 0...3, using: &random)) : nil
        }
        let length = Int.random(in: 1...40, using: &random)
        var ends = [Int.random(in: 100...150, using: &random)]
        for _ in 0..<Int.random(in: 0...9, using: &random) {
            ends.append((ends.last ?? 0) + Int.random(in: 1...60, using: &random))
        }
        var stepped = SteppedWindow(minutes: length, ends: ends, sections: sections)
        var sliding = SlidingWindow(minutes: length, endingAt: ends[0], sections: sections)
        for _ in 0...1 {
            let numbers = (0..<UInt32(articles)).filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
            var cells: [MinuteViews.Cell] = []
            for article in numbers.indices {
                let minutes = Set((0...9).map { _ in UInt32.random(in: 50...400, using: &random) }).sorted()
                cells += minutes.map {
                    MinuteViews.Cell(
                        article: UInt32(article), minute: $0, views: UInt32.random(in: 1...3, using: &random))
                }
            }
            stepped.add(MinuteViews(cells: cells), numbers: numbers)
            for cell in cells {
                sliding.add(Int(cell.views), of: numbers[Int(cell.article)], at: Int(cell.minute))
            }
        }
        #expect(stepped.reach == ends[0] - length..<(ends.last ?? 0))
        for end in ends {
            stepped.advance(to: end)
            sliding.advance(to: end)
            let (top, sectionTop) = (Int.random(in: 0...70, using: &random), Int.random(in: 0...4, using: &random))
            let told = stepped.top(top, sectionTop: sectionTop)
            #expect(told.site.views == sliding.views && told.site.rows == sliding.top(top), "seed \(seed)")
            #expect(told.sections.map(\.number) == sliding.readSections, "seed \(seed)")
            for section in told.sections {
                #expect(section.views == sliding.views(ofSection: section.number), "seed \(seed)")
                #expect(section.rows == sliding.top(sectionTop, ofSection: section.number), "seed \(seed)")
            }
        }
    }

    @Test("Of as many views the lower number stays among the first, however many come behind it")
    func ties() {
        var window = SteppedWindow(minutes: 1, ends: [11], sections: Array(repeating: nil, count: 50))
        window.add(
            MinuteViews(cells: (0..<50).map { MinuteViews.Cell(article: $0, minute: 10, views: $0 == 49 ? 2 : 1) }),
            numbers: Array(0..<50))
        window.advance(to: 11)
        #expect(window.top(3, sectionTop: 1).site.rows.map(\.article) == [49, 0, 1])
    }
}
