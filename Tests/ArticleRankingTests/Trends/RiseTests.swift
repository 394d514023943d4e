import LogReading
import Testing
import ViewCounting

@testable import ArticleRanking

@Suite struct RiseTests {
    private func rise(
        _ article: UInt32, seen: Int, expected: Double, shape: Double, end: UInt32 = 100
    ) -> Rise {
        Rise(article, 0, end: end, seen: seen, expected: expected, shape: shape, baseline: .day)
    }

    /// Figures by scipy 1.17: the beta distribution's quantiles as odds, times shape / expected.
    @Test(
        "The times lie between the quantiles of a ratio of two gamma variables",
        arguments: [
            (412, 61.0, 30.0, 3.9731824838827623, 12.984715950060671),
            (60, 2.3, 5.0, 8.13177953764601, 182.62586809851058),
        ])
    func bounds(seen: Int, expected: Double, shape: Double, lower: Double, upper: Double) throws {
        let rise = rise(1, seen: seen, expected: expected, shape: shape)
        #expect(abs(rise.lower / lower - 1) < 1e-9)
        #expect(abs(try #require(rise.upper) / upper - 1) < 1e-9)
        #expect(rise.times == Double(seen) / expected)
    }

    @Test("What is certain is below the times themselves, however little is known", arguments: [1, 5, 30, 412, 5000])
    func certain(seen: Int) {
        for shape in [0.049, 0.5, 1, 7.5, 50] {
            for expected in [1.0, 2.3, 61, 900] {
                let rise = rise(1, seen: seen, expected: expected, shape: shape)
                #expect(rise.lower < rise.times, "shape \(shape), expected \(expected)")
            }
        }
    }

    @Test("What is hardly known bounds nothing from above")
    func unbounded() {
        #expect(rise(1, seen: 60, expected: 1, shape: 0.05).upper == nil)
    }

    @Test("Of an article's rises the day tells the surest, and of equal ones the first by the bytes of the key")
    func strongest() {
        func named(_ key: String, _ rise: Rise) -> NamedRise {
            NamedRise(
                rise: rise, key: ByteString(key), path: ByteString(key), section: nil,
                lastRead: CalendarDay(number: 0))
        }
        let weak = rise(1, seen: 60, expected: 10, shape: 30)
        let strong = rise(1, seen: 90, expected: 10, shape: 30, end: 110)
        let rises = DayRises(
            byEnd: [[named("b", weak)], [named("c", strong), named("a", strong), named("b", strong)]], sections: [])
        #expect(rises.strongest.map { String(decoding: $0.key.bytes, as: UTF8.self) } == ["a", "b", "c"])
        #expect(rises.strongest.allSatisfy { $0.rise.end == 110 })
    }
}
