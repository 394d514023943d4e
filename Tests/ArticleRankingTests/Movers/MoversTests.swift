import LogReading
import Testing
import ViewCounting

@testable import ArticleRanking

@Suite("What moved most")
struct MoversTests {
    @Test("Climbers and fallers by rank and by views, new and gone, the most first")
    func movers() {
        let movers = self.movers(
            before: [("a", 90), ("b", 80), ("c", 70), ("d", 60), ("e", 50), ("gone", 55), ("left", 3)],
            now: [("e", 100), ("c", 90), ("new", 85), ("b", 80), ("a", 9), ("d", 8), ("late", 1)], count: 2)
        #expect(movers.climbersByRank.map(\.key) == ["e", "c"])
        #expect(movers.climbersByRank.map(\.change) == [5, 1])
        // d lost two places, a four.
        #expect(movers.fallersByRank.map(\.key) == ["a", "b"])
        #expect(movers.climbersByViews.map(\.key) == ["new", "e"])
        #expect(movers.climbersByViews.map(\.viewsChange) == [85, 50])
        #expect(movers.fallersByViews.map(\.key) == ["a", "gone"])
        #expect(movers.new.map(\.key) == ["new", "late"])
        #expect(movers.gone.map(\.key) == ["gone", "left"])
    }

    @Test("What is new was not there, what is gone is not here, and what stayed is neither")
    func newAndGone() {
        let movers = self.movers(before: [("a", 4), ("b", 3), ("c", 2)], now: [("n", 5), ("b", 3)], count: 9)
        #expect(movers.new.map(\.key) == ["n"])
        #expect(movers.gone.map(\.key) == ["a", "c"])
        #expect(movers.climbersByRank.isEmpty && movers.fallersByRank.isEmpty)
    }

    @Test("Equal moves come by rank now; what did not move is not told")
    func ties() {
        let movers = self.movers(
            before: [("a", 4), ("b", 3), ("c", 2), ("d", 1)], now: [("b", 5), ("a", 4), ("d", 3), ("c", 2)], count: 9)
        #expect(movers.climbersByRank.map(\.key) == ["b", "d"])
        #expect(movers.fallersByRank.map(\.key) == ["a", "c"])
        #expect(movers.climbersByViews.map(\.key) == ["b", "d"])
        #expect(movers.fallersByViews.isEmpty && movers.new.isEmpty && movers.gone.isEmpty)
    }

    @Test("Places far down the list are not told")
    func farDown() {
        let many = (1...300).map { ("k\(String(1000 + $0))", 1000 - $0) }
        // The last one wins 149 places, down there; 150 goes to 89 since 50 falls to the end.
        var now = many
        now[299].1 = 850
        now[149].1 = 910
        now[49].1 = 1
        let movers = self.movers(before: many, now: now, count: 1)
        #expect(movers.climbersByRank.map(\.change) == [61])
        #expect(movers.fallersByRank.map(\.change) == [-250])
        #expect(movers.climbersByViews.map(\.viewsChange) == [150])
    }

    private func movers(before: [(String, Int)], now: [(String, Int)], count: Int) -> Movers {
        Movers(of: ranking(now), after: ranking(before), count: count)
    }

    private func ranking(_ articles: [(String, Int)]) -> Ranking {
        Ranking(articles.map { Days.article(ByteString($0.0), $0.1) }, previous: nil)
    }
}
