import Foundation
import TestSupport
import Testing

@testable import ArticleRanking

@Suite("Rank-biased overlap")
struct RankBiasedOverlapTests {
    @Test("It is what its definition gives", arguments: try Table.load("rank-biased-overlap", from: .module))
    func table(row: Table.Row) throws {
        let p = try #require(Double(row.text("p")))
        let (then, now) = (Letters.ranks(row.text("then")), Letters.ranks(row.text("now")))
        let overlap = try #require(RankBiasedOverlap(of: Letters.joined(then, now), p: p))
        #expect(overlap.p == p)
        for (column, value) in [
            ("extrapolated", overlap.extrapolated), ("minimum", overlap.minimum), ("maximum", overlap.maximum),
        ] {
            let expected = try #require(Double(row.text(column)))
            #expect(abs(value - expected) < 1e-8, "\(column): \(value), not \(expected)")
        }
    }

    @Test("An empty list cannot be compared")
    func empty() {
        #expect(RankBiasedOverlap(of: [], p: 0.9) == nil)
        #expect(RankBiasedOverlap(of: [(1, nil), (2, nil)], p: 0.9) == nil)
        #expect(RankBiasedOverlap(of: [(nil, 1)], p: 0.9) == nil)
    }

    @Test("Sides, names and order change nothing; minimum, extrapolated, maximum come in this order", arguments: seeds)
    func laws(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (then, now) = (Letters.some(&random), Letters.some(&random))
        let p = try #require([0, 0.3, 0.9, 0.99].randomElement(using: &random))
        let overlap = try #require(RankBiasedOverlap(of: Letters.joined(then, now), p: p))
        #expect(close(overlap, RankBiasedOverlap(of: Letters.joined(now, then), p: p)), "seed \(seed)")
        #expect(
            close(overlap, RankBiasedOverlap(of: Letters.joined(then, now).shuffled(using: &random), p: p)),
            "seed \(seed)")
        #expect(0 <= overlap.minimum && overlap.maximum <= 1 + tolerance, "seed \(seed)")
        #expect(overlap.minimum <= overlap.extrapolated + tolerance, "seed \(seed)")
        #expect(overlap.extrapolated <= overlap.maximum + tolerance, "seed \(seed)")
    }

    @Test("The same list is wholly alike, ties and all; lists without a common article are not alike", arguments: seeds)
    func extremes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let then = Letters.some(&random)
        let same = try #require(RankBiasedOverlap(of: Letters.joined(then, then), p: 0.9))
        #expect(abs(same.extrapolated - 1) < tolerance && abs(same.maximum - 1) < tolerance, "seed \(seed)")
        let others = Dictionary(uniqueKeysWithValues: then.map { ("other \($0.key)", $0.value) })
        let disjoint = try #require(RankBiasedOverlap(of: Letters.joined(then, others), p: 0.9))
        #expect(disjoint.extrapolated == 0 && disjoint.minimum == 0, "seed \(seed)")
    }

    @Test("Who sees more of two lists knows more: the bounds never widen while no rank is shared", arguments: seeds)
    func prefixes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (then, now) = (Letters.some(&random), Letters.some(&random))
        // Ranks that are shared stand before the first cut; behind it each article has a rank of its own.
        let (longThen, longNow) = (Letters.carried(then, &random), Letters.carried(now, &random))
        var before: RankBiasedOverlap?
        for depth in max(then.count, now.count)...max(longThen.count, longNow.count) {
            let prefix = Letters.joined(longThen.filter { $0.value <= depth }, longNow.filter { $0.value <= depth })
            let overlap = try #require(RankBiasedOverlap(of: prefix, p: 0.9))
            if let before {
                #expect(before.minimum <= overlap.minimum + tolerance, "seed \(seed), depth \(depth)")
                #expect(overlap.maximum <= before.maximum + tolerance, "seed \(seed), depth \(depth)")
            }
            before = overlap
        }
    }

    private static let seeds: ClosedRange<UInt64> = 1...200

    private func close(_ one: RankBiasedOverlap, _ other: RankBiasedOverlap?) -> Bool {
        guard let other else { return false }
        return abs(one.extrapolated - other.extrapolated) < tolerance && abs(one.minimum - other.minimum) < tolerance
            && abs(one.maximum - other.maximum) < tolerance
    }

    private let tolerance = 1e-12
}
