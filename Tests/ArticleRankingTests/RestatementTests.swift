import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("A restatement")
struct RestatementTests {
    @Test("Tells the views before and after, and the top's articles whose rank changed, the best first")
    func moves() {
        let before = [("a", 9), ("b", 8), ("c", 7), ("d", 6), ("e", 5), ("f", 4)]
        let after = [("a", 9), ("c", 8), ("b", 7), ("n", 6), ("f", 5), ("e", 4)]
        let restatement = restated(from: before, to: after, top: 3)
        #expect(restatement.viewsBefore == 39 && restatement.viewsAfter == 39)
        #expect(restatement.moves.map(\.key) == ["c", "b"])
        #expect(restatement.moves.map(\.rankBefore) == [3, 2])
        #expect(restatement.moves.map(\.rankAfter) == [2, 3])
        #expect(restatement.moves.map(\.viewsBefore) == [7, 8])
        #expect(restatement.moves.map(\.viewsAfter) == [8, 7])
        // d went, n came, e and f changed places.
        #expect(restatement.otherMoves == 4)
    }

    @Test("An article that left the top, or lost its last view, is told as well as one that came into it")
    func leftTheTop() {
        let restatement = restated(from: [("a", 9), ("b", 8)], to: [("n", 9), ("b", 1)], top: 1)
        #expect(restatement.moves.map(\.key) == ["n", "a"])
        #expect(restatement.moves.map(\.rankBefore) == [nil, 1])
        #expect(restatement.moves.map(\.rankAfter) == [1, nil])
        #expect(restatement.moves.map(\.viewsAfter) == [9, 0])
        #expect(restatement.moves.map(\.path) == ["/n", "/a"])
        #expect(restatement.otherMoves == 0)
    }

    @Test("Views that move no rank are no move")
    func noMove() {
        let restatement = restated(from: [("a", 9), ("b", 8)], to: [("a", 19), ("b", 9)], top: 5)
        #expect(restatement.moves.isEmpty && restatement.otherMoves == 0)
        #expect(restatement.viewsAfter == 28)
    }

    @Test("The order of articles and of sources says nothing", arguments: 1...100 as ClosedRange<UInt64>)
    func anyOrder(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var before = (0..<12).map { Days.article(ByteString("k\($0)"), Int.random(in: 1...9, using: &random)) }
        var after = (4..<16).map { Days.article(ByteString("k\($0)"), Int.random(in: 1...9, using: &random)) }
        var came = [("b", 1), ("a", 1), ("c", 2)].map { Restatement.Source(name: $0.0, lines: $0.1) }
        let first = Restatement(
            version: 2, at: 5, came: came, gone: came, retracted: 1, before: before, after: after, top: 4)
        let ranks = [before, after].map { articles in
            Dictionary(uniqueKeysWithValues: Ranking(articles, previous: nil).rows.map { ($0.article.key, $0.rank) })
        }
        let changed = Set(ranks.flatMap(\.keys)).filter { ranks[0][$0] != ranks[1][$0] }
        #expect(first.moves.count + first.otherMoves == changed.count, "seed \(seed)")
        #expect(first.came.map(\.name) == ["c", "a", "b"], "seed \(seed)")
        before.shuffle(using: &random)
        after.shuffle(using: &random)
        came.shuffle(using: &random)
        let again = Restatement(
            version: 2, at: 5, came: came, gone: came, retracted: 1, before: before, after: after, top: 4)
        #expect(again == first, "seed \(seed)")
    }

    private func restated(from before: [(String, Int)], to after: [(String, Int)], top: Int) -> Restatement {
        Restatement(
            version: 2, at: 0, came: [], gone: [], retracted: 0,
            before: before.map { Days.article(ByteString($0.0), $0.1) },
            after: after.map { Days.article(ByteString($0.0), $0.1) }, top: top)
    }
}
