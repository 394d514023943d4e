import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import ArticleRanking

@Suite("Two rankings side by side")
struct ComparisonTests {
    @Test("Each article of either has a row: by rank now, then by rank then, then by key; what is gone comes last")
    func rows() {
        let then = ranking([("a", 9), ("b", 8), ("c", 7), ("x", 7), ("w", 7)])
        let now = ranking([("c", 9), ("a", 5), ("b", 5), ("m", 5), ("k", 5), ("d", 1)])
        let rows = Comparison(of: now, with: then).rows
        #expect(rows.map(\.key) == ["c", "a", "b", "k", "m", "d", "w", "x"])
        #expect(rows.map(\.movement) == [.up, .down, .same, .new, .new, .new, .gone, .gone])
        #expect(rows.map(\.change) == [2, -1, 0, nil, nil, nil, nil, nil])
        #expect(rows.map(\.viewsThen) == [7, 9, 8, 0, 0, 0, 7, 7])
        #expect(rows.map(\.viewsNow) == [9, 5, 5, 5, 5, 1, 0, 0])
        #expect(rows.map(\.viewsChange) == [2, -4, -3, 5, 5, 1, -7, -7])
    }

    @Test("An article is shown as it is now, and as it was where it is gone")
    func article() {
        let then = Ranking([Days.article("a", 1, in: "old"), Days.article("b", 1, in: "old")], previous: nil)
        let now = Ranking([Days.article("a", 1, in: "new")], previous: nil)
        #expect(Comparison(of: now, with: then).rows.map(\.article.section) == ["new", "old"])
    }

    @Test("The top is that of both: the first rows of either, and no others")
    func top() {
        let then = ranking([("a", 9), ("b", 8), ("c", 7)])
        let now = ranking([("d", 9), ("a", 8), ("c", 8), ("b", 1)])
        let comparison = Comparison(of: now, with: then)
        #expect(comparison.top(1).map(\.key) == ["d", "a"])
        #expect(comparison.top(2).map(\.key) == ["d", "a", "b"])
        #expect(comparison.top(0).isEmpty)
        #expect(comparison.top(.max).count == 4)
    }

    @Test("Who shares the last rank is compared too, and nobody below it")
    func similarity() throws {
        let then = ranking([("a", 9), ("b", 8), ("c", 8), ("d", 1)])
        let now = ranking([("a", 9), ("d", 8), ("b", 7)])
        let comparison = Comparison(of: now, with: then)
        let similarity = try #require(comparison.similarity(n: 2, p: 0.9))
        #expect(similarity.n == 2 && similarity.then == 3 && similarity.now == 2 && similarity.overlap == 1)
        let letters = Letters.joined(Letters.ranks("a (bc)"), Letters.ranks("a d"))
        #expect(similarity.rbo == RankBiasedOverlap(of: letters, p: 0.9))
        #expect(try #require(comparison.similarity(n: 10, p: 0.9)).overlap == 3)
        #expect(Comparison(of: now, with: ranking([])).similarity(n: 2, p: 0.9) == nil)
    }

    @Test("It is the join that a plain reading of both lists gives", arguments: 1...200 as ClosedRange<UInt64>)
    func laws(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (then, now) = (some(&random), some(&random))
        let rows = Comparison(of: ranking(now), with: ranking(then)).rows
        #expect(Set(rows.map(\.key)) == Set((then + now).map { ByteString($0.0) }), "seed \(seed)")
        #expect(rows.count == Set(rows.map(\.key)).count, "seed \(seed)")
        for row in rows {
            let views = (then, now)
            let viewsThen = views.0.first { ByteString($0.0) == row.key }?.1
            let viewsNow = views.1.first { ByteString($0.0) == row.key }?.1
            #expect(row.then?.article.views == viewsThen && row.now?.article.views == viewsNow, "seed \(seed)")
            #expect(row.then?.rank == viewsThen.map { own in 1 + then.count { $0.1 > own } }, "seed \(seed)")
            #expect(row.now?.rank == viewsNow.map { own in 1 + now.count { $0.1 > own } }, "seed \(seed)")
        }
        for (upper, lower) in zip(rows, rows.dropFirst()) {
            let order = [upper, lower].map { ($0.now?.rank ?? .max, $0.then?.rank ?? .max, $0.key) }
            #expect(order[0] < order[1], "seed \(seed)")
        }
    }

    private func ranking(_ articles: [(String, Int)]) -> Ranking {
        Ranking(articles.map { Days.article(ByteString($0.0), $0.1) }, previous: nil)
    }

    private func some(_ random: inout SeededGenerator) -> [(String, Int)] {
        "abcdefghijkl".shuffled(using: &random).prefix(Int.random(in: 0...12, using: &random))
            .map { (String($0), Int.random(in: 1...5, using: &random)) }
    }
}
