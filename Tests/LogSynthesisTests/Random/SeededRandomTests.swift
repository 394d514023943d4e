import Testing

@testable import LogSynthesis

@Suite struct SeededRandomTests {
    @Test("The finisher gives SplitMix64's published first numbers")
    func knownNumbers() {
        let step: UInt64 = 0x9E37_79B9_7F4A_7C15
        let first = (1...3).map { SeededRandom.mix(1_234_567 &+ step &* UInt64($0)) }
        #expect(first == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test("Equal seeds and streams give equal numbers, others give others")
    func streams() {
        func numbers(_ seed: UInt64, _ stream: UInt64) -> [UInt64] {
            var random = SeededRandom(seed: seed, stream: stream)
            return (0..<4).map { _ in random.next() }
        }
        #expect(numbers(5, 1) == numbers(5, 1))
        #expect(Set([numbers(5, 1), numbers(5, 2), numbers(6, 1), numbers(0, 0), numbers(0, 1)]).count == 5)
    }

    @Test("Draws stay within their bounds and reach both ends", arguments: Sample.seeds)
    func bounds(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let draws = (0..<2000).map { _ in random.within(3...7) }
        #expect(Set(draws) == [3, 4, 5, 6, 7])
        #expect((0..<2000).allSatisfy { _ in (0..<9).contains(random.skewedBelow(9)) })
        #expect((0..<2000).allSatisfy { _ in (0.0..<1.0).contains(random.unit()) })
        #expect(random.below(0) == 0 && random.below(1) == 0)
    }

    @Test("Weights are met, and weight nought never comes", arguments: Sample.seeds)
    func weights(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let weights = CumulativeWeights([0, 1, 0, 3, 0])
        var counts = [0, 0, 0, 0, 0]
        for _ in 0..<8000 { counts[weights.draw(&random)] += 1 }
        #expect(counts[0] + counts[2] + counts[4] == 0)
        #expect((1800...2200).contains(counts[1]))
    }
}
