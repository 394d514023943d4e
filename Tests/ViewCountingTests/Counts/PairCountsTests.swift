import TestSupport
import Testing

@testable import ViewCounting

@Suite("Counts of pairs")
struct PairCountsTests {
    @Test("Are those of a dictionary, at any time", arguments: 0..<20 as Range<UInt64>)
    func likeDictionary(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var counts = PairCounts()
        var expected: [[UInt32]: Int] = [:]
        func check() {
            var found: [[UInt32]: Int] = [:]
            for (first, second, count) in counts.all({ ($0, $1, $2) }) {
                #expect(found.updateValue(count, forKey: [first, second]) == nil, "a pair is told once")
            }
            #expect(found == expected, "seed \(seed)")
        }
        check()
        for number in 0..<Int.random(in: 1...3000, using: &generator) {
            let most = UInt32(seed % 4 == 0 ? 3 : 100)
            let pair = [UInt32.random(in: 0...most, using: &generator), UInt32.random(in: 0...20, using: &generator)]
            counts.count(pair[0], pair[1])
            expected[pair, default: 0] += 1
            if number % 701 == 0 { check() }
        }
        check()
    }

    @Test("Pairs whose last bits are equal are counted as soon as others", .timeLimit(.minutes(1)))
    func noCollisions() {
        var counts = PairCounts()
        // One place for all of them where no secret bit moves the first ones: each would be found behind thousands.
        for _ in 0..<201 {
            for number in 0..<16_384 as Range<UInt32> { counts.count(number << 18, 0) }
        }
        #expect(counts.all { _, _, count in count } == Array(repeating: 201, count: 16_384))
    }
}
