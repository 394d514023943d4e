import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("What moved")
struct TopMovesTests {
    @Test("Climbers are of the top, fallers of the top before, and those that came or went are neither")
    func places() throws {
        let movers = try moved(
            from: [("a", 9), ("b", 8), ("c", 7), ("d", 6), ("e", 5)],
            to: [("e", 9), ("n", 8), ("d", 7), ("a", 6), ("c", 1)],
            top: 2)
        #expect(movers.climbed.told.map(\.key) == ["e"])
        #expect(movers.fell.told.map(\.key) == ["a"])
        #expect(movers.entered.told.map(\.key) == ["e", "n"])
        #expect(movers.left.told.map(\.key) == ["a", "b"])
        #expect(movers.left.told.map(\.rankAfter) == [4, nil])
        #expect(movers.left.told.map(\.viewsAfter) == [6, 0])
    }

    @Test("Views are of articles read on both days, wherever they stand")
    func views() throws {
        let movers = try moved(
            from: [("a", 9), ("b", 8), ("c", 7), ("d", 6)], to: [("a", 10), ("c", 9), ("d", 1), ("n", 90)], top: 1)
        #expect(movers.gained.told.map(\.key) == ["c", "a"])
        #expect(movers.lost.told.map(\.key) == ["d"])
    }

    @Test("Of those that moved as far the better rank comes first, then the key")
    func ties() throws {
        let movers = try moved(
            from: [("a", 9), ("b", 8), ("c", 7), ("d", 6), ("x", 1), ("y", 1)],
            to: [("c", 9), ("d", 8), ("a", 7), ("b", 6), ("y", 3), ("x", 3)], top: 9)
        #expect(movers.climbed.told.map(\.key) == ["c", "d"])
        #expect(movers.fell.told.map(\.key) == ["a", "b"])
        #expect(movers.gained.told.map(\.key) == ["c", "d", "x", "y"])
        #expect(movers.entered.told.isEmpty && movers.left.told.isEmpty)
    }

    @Test("All that share the last rank of the top are in it")
    func sharedRank() throws {
        let movers = try moved(
            from: [("a", 9), ("b", 5), ("c", 5), ("d", 4)], to: [("a", 9), ("d", 5), ("b", 5), ("c", 4)], top: 2)
        #expect(movers.entered.told.map(\.key) == ["d"])
        #expect(movers.left.told.map(\.key) == ["c"])
    }

    @Test("Nothing is said where the day before is unknown, and all is said after a day without views")
    func unknown() throws {
        #expect(TopMoves(Ranking([Days.article("a", 1)], previous: nil), top: 1, most: 1) == nil)
        #expect(try moved(from: [], to: [("a", 1)], top: 1).entered.told.map(\.key) == ["a"])
        #expect(try moved(from: [("a", 1)], to: [], top: 1).left.told.map(\.key) == ["a"])
    }

    @Test(
        "The top before, without those that left and with those that came, is the top now",
        arguments: 1...200 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func some() -> [(String, Int)] {
            (1...9).filter { _ in Bool.random(using: &random) }.map {
                ("k\($0)", Int.random(in: 1...4, using: &random))
            }
        }
        let (before, after, top) = (some(), some(), Int.random(in: 0...6, using: &random))
        let movers = try moved(from: before, to: after, top: top)
        let now = inTop(after, top)
        #expect(
            inTop(before, top).subtracting(movers.left.told.map(\.key)).union(movers.entered.told.map(\.key)) == now,
            "seed \(seed)")
        #expect(now.isSuperset(of: movers.climbed.told.map(\.key)), "seed \(seed)")
        #expect(inTop(before, top).isSuperset(of: movers.fell.told.map(\.key)), "seed \(seed)")
        let most = Int.random(in: 0...4, using: &random)
        let few = try moved(from: before, to: after, top: top, most: most)
        for (few, all) in zip(kinds(few), kinds(movers)) {
            #expect(few.told == Array(all.told.prefix(most)) && few.count == all.told.count, "seed \(seed)")
        }
        let (old, new) = (Dictionary(uniqueKeysWithValues: before), Dictionary(uniqueKeysWithValues: after))
        let changes = old.compactMap { key, views in new[key].map { $0 - views } }
        #expect(
            movers.gained.told.map { $0.viewsAfter - $0.viewsBefore } == changes.filter { $0 > 0 }.sorted(by: >),
            "seed \(seed)")
        #expect(
            movers.lost.told.map { $0.viewsAfter - $0.viewsBefore } == changes.filter { $0 < 0 }.sorted(),
            "seed \(seed)")
    }

    private func moved(
        from before: [(String, Int)], to after: [(String, Int)], top: Int, most: Int = 99
    ) throws -> TopMoves {
        let before = Ranking(articles(before), previous: nil)
        return try #require(TopMoves(Ranking(articles(after), previous: before), top: top, most: most))
    }

    private func kinds(_ moves: TopMoves) -> [TopMoves.Kind] {
        [moves.climbed, moves.fell, moves.gained, moves.lost, moves.entered, moves.left]
    }

    private func inTop(_ views: [(String, Int)], _ top: Int) -> Set<ByteString> {
        Set(Ranking(articles(views), previous: nil).rows.filter { $0.rank <= top }.map(\.article.key))
    }

    private func articles(_ views: [(String, Int)]) -> [ArticleCounts] {
        views.map { Days.article(ByteString($0.0), $0.1) }
    }
}
