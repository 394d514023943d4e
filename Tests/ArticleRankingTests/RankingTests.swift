import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("A ranking")
struct RankingTests {
    @Test("Equal views share a rank, and the next rank counts them: 1, 2, 2, 4")
    func competitionRanks() {
        let ranking = Ranking(
            [Days.article("d", 1), Days.article("c", 5), Days.article("b", 5), Days.article("a", 9)], previous: nil)
        #expect(ranking.rows.map(\.rank) == [1, 2, 2, 4])
        #expect(ranking.rows.map(\.article.key) == ["a", "b", "c", "d"])
        #expect(ranking.views == 20)
    }

    @Test("Equal views are ordered by the bytes of the key, not by what Unicode holds equal or sorts first")
    func byteOrder() {
        let composed = ByteString("é")
        let decomposed = ByteString("e\u{301}")
        let ranking = Ranking(
            [Days.article(composed, 1), Days.article(decomposed, 1), Days.article("z", 1), Days.article("Z", 1)],
            previous: nil)
        #expect(ranking.rows.map(\.article.key) == ["Z", decomposed, "z", composed])
        #expect(ranking.rows.map(\.rank) == [1, 1, 1, 1])
    }

    @Test("Movement is against the whole ranking before: up, down, same and new")
    func movement() {
        let before = Ranking(
            [Days.article("a", 9), Days.article("b", 8), Days.article("c", 7), Days.article("d", 6)], previous: nil)
        let now = Ranking(
            [Days.article("d", 9), Days.article("b", 8), Days.article("a", 7), Days.article("n", 6)],
            previous: before)
        let courses = now.rows.map(\.course)
        #expect(courses.map { $0?.movement } == [.up, .same, .down, .new])
        #expect(courses.map { $0?.change } == [3, 0, -2, nil])
        #expect(courses.map { $0?.previousRank } == [4, 2, 1, nil])
        #expect(courses.map { $0?.previousViews } == [6, 8, 9, 0])
    }

    @Test("Without a ranking before, nothing is said of movement")
    func unknownBefore() {
        #expect(Ranking([Days.article("a", 1)], previous: nil).rows.allSatisfy { $0.course == nil })
        let afterNothing = Ranking([Days.article("a", 1)], previous: Ranking([], previous: nil))
        #expect(afterNothing.rows.map { $0.course?.movement } == [.new])
    }

    @Test("The top tells how many rows after it share the last one's rank")
    func top() {
        let ranking = Ranking(
            [("a", 9), ("b", 5), ("c", 5), ("d", 5), ("e", 1)].map { Days.article(ByteString($0.0), $0.1) },
            previous: nil)
        #expect((0...6).map { ranking.top($0).rows.count } == [0, 1, 2, 3, 4, 5, 5])
        #expect((0...6).map { ranking.top($0).alsoSharingLastRank } == [0, 0, 2, 1, 0, 0, 0])
    }

    @Test("Articles of many views stand in the same order as those of few", arguments: 1...50 as ClosedRange<UInt64>)
    func manyViews(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let articles = (10...40).map { key in
            let views = [1, 2, 4094, 4095, 4096, 4097, 5_000_000, 1 << 40].randomElement(using: &random) ?? 1
            return Days.article(ByteString("\(key)"), views)
        }
        let ranking = Ranking(articles.shuffled(using: &random), previous: nil)
        #expect(
            ranking.rows.map(\.article) == articles.sorted { ($1.views, $0.key) < ($0.views, $1.key) }, "seed \(seed)")
    }

    @Test("The first rows come one after the other, as many as are asked for", arguments: [-1, 0, 1, 20, 60, 61, .max])
    func eachRow(count: Int) {
        let ranking = Ranking((10..<70).map { Days.article(ByteString("\($0)"), $0) }, previous: nil)
        var keys: [ByteString] = []
        ranking.eachRow(upTo: count) { keys.append($0.article.key) }
        #expect(keys == ranking.rows.prefix(max(0, count)).map(\.article.key))
    }

    @Test("Ranks, order and sums hold for any articles in any order", arguments: 1...200 as ClosedRange<UInt64>)
    func laws(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var articles = (0..<Int.random(in: 0...40, using: &random)).map { number in
            Days.article(ByteString("k\(number)"), Int.random(in: 1...12, using: &random))
        }
        let ranking = Ranking(articles, previous: nil)
        for row in ranking.rows {
            #expect(row.rank == 1 + articles.filter { $0.views > row.article.views }.count, "seed \(seed)")
        }
        for (upper, lower) in zip(ranking.rows, ranking.rows.dropFirst()) {
            let inOrder =
                upper.article.views > lower.article.views
                || (upper.article.views == lower.article.views && upper.article.key < lower.article.key)
            #expect(inOrder, "seed \(seed)")
        }
        #expect(ranking.views == articles.reduce(0) { $0 + $1.views })
        articles.shuffle(using: &random)
        let again = Ranking(articles, previous: nil)
        #expect(again.rows.map(\.article) == ranking.rows.map(\.article), "seed \(seed)")
        #expect(again.rows.map(\.rank) == ranking.rows.map(\.rank), "seed \(seed)")
    }

    @Test(
        "What an article had before, and who is gone, is what looking for its key tells",
        arguments: 1...200 as ClosedRange<UInt64>)
    func movementLaws(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func articles() -> [ArticleCounts] {
            (0..<30).filter { _ in Int.random(in: 0...2, using: &random) > 0 }.shuffled(using: &random)
                .map { Days.article(ByteString("k\($0)"), Int.random(in: 1...9, using: &random)) }
        }
        let before = Ranking(articles(), previous: nil)
        let now = Ranking(articles(), previous: before)
        for row in now.rows {
            let then = before.rows.first { $0.article.key == row.article.key }
            #expect(row.course?.previousRank == then?.rank, "seed \(seed)")
            #expect(row.course?.previousViews == then?.article.views ?? 0, "seed \(seed)")
        }
        let gone = before.rows.filter { row in !now.rows.contains { $0.article.key == row.article.key } }
        #expect(now.gone.map(\.article.key) == gone.map(\.article.key), "seed \(seed)")
        #expect(now.gone.map(\.rank) == gone.map(\.rank), "seed \(seed)")
    }
}
