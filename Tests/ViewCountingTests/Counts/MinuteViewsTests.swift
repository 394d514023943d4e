import TestSupport
import Testing
import ViewCounting

@Suite("Views by minute")
struct MinuteViewsTests {
    @Test("Are what was added, however far away or many they are", arguments: 0..<100 as Range<UInt64>)
    func law(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let cells = Self.cells(&random)
        let views = MinuteViews(cells: cells)
        #expect(views.cells == cells, "seed \(seed)")
        #expect(views.firstMinute == cells.map(\.minute).min() ?? 0)
        var steps: [UInt64: Int] = [:]
        views.forEachArticle { article, own in
            for step in own { steps[UInt64(article) << 32 | UInt64(step.minute), default: 0] += step.views }
        }
        let expected = cells.map { (UInt64($0.article) << 32 | UInt64($0.minute), Int($0.views)) }
        #expect(steps.filter { $0.value > 0 } == Dictionary(uniqueKeysWithValues: expected), "seed \(seed)")
    }

    @Test("Of one article are those of this article alone", arguments: 0..<20 as Range<UInt64>)
    func article(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let cells = Self.cells(&random)
        let views = MinuteViews(cells: cells)
        for article in 0..<12 {
            var own: [MinuteViews.Cell] = []
            views.forSteps(of: article) { steps in
                steps.forEachMinute {
                    own.append(MinuteViews.Cell(article: UInt32(article), minute: $0, views: $1))
                }
            }
            #expect(own == cells.filter { $0.article == article }, "seed \(seed), article \(article)")
        }
    }

    @Test("A usual minute takes one step, one with more views than a step holds takes several")
    func steps() {
        func steps(_ minutes: [(UInt32, UInt32)]) -> [String] {
            let views = MinuteViews(cells: minutes.map { MinuteViews.Cell(article: 3, minute: $0.0, views: $0.1) })
            var steps: [String] = []
            views.forSteps(of: 3) { steps = $0.steps.map { "+\($0.later) \($0.views)" } }
            return steps
        }
        #expect(steps([(700, 1), (701, 65_535), (2200, 7)]) == ["+0 1", "+1 65535", "+1499 7"])
        #expect(steps([(700, 65_536), (701, 131_072)]) == ["+0 65535", "+0 1", "+1 65535", "+0 65535", "+0 2"])
        #expect(steps([(0, 1), (65_535, 1), (131_071, 1)]) == ["+0 1", "+65535 1", "+65535 0", "+1 1"])
    }

    @Test("Are equal where the same was viewed in the same minutes")
    func equality() {
        let cell = MinuteViews.Cell(article: 0, minute: 5, views: 1)
        let later = MinuteViews.Cell(article: 0, minute: 6, views: 1)
        #expect(MinuteViews(cells: [cell]) == MinuteViews(cells: [cell]))
        #expect(MinuteViews(cells: [cell]) != MinuteViews(cells: [later]))
        #expect(MinuteViews(cells: [cell]) != MinuteViews(cells: [cell, later]))
        #expect(MinuteViews(cells: []).cells.isEmpty)
    }

    /// Of ten articles at the most, in minutes near and far, with few and very many views.
    private static func cells(_ random: inout SeededGenerator) -> [MinuteViews.Cell] {
        let first = UInt32.random(in: 0...29_000_000, using: &random)
        let most: UInt32 = [3, 100_000, .max].randomElement(using: &random) ?? 3
        let far: UInt32 = [1500, 200_000].randomElement(using: &random) ?? 1500
        var cells: [MinuteViews.Cell] = []
        for article in 0..<10 as Range<UInt32> where Bool.random(using: &random) {
            let minutes = Set((0..<8).map { _ in first + .random(in: 0...far, using: &random) })
            cells += minutes.sorted().map {
                MinuteViews.Cell(article: article, minute: $0, views: .random(in: 1...most, using: &random))
            }
        }
        return cells
    }
}
