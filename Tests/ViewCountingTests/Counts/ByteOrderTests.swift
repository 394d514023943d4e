import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("Order of bytes")
struct ByteOrderTests {
    @Test("It is the order of the texts, whatever they share and however short they are", arguments: 1...200)
    func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let texts = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            let shared = [UInt8](repeating: 7, count: [0, 7, 8, 15, 16, 17].randomElement(using: &random) ?? 0)
            return ByteString(
                shared
                    + (0..<Int.random(in: 0...3, using: &random)).map { _ in
                        [0, 7, 255].randomElement(using: &random) ?? 0
                    })
        }
        let order = ByteOrder(texts)
        #expect(order.numbers.map { texts[Int($0)] } == texts.sorted(), "seed \(seed)")
        let places = order.places
        for (place, number) in order.numbers.enumerated() { #expect(places[Int(number)] == place, "seed \(seed)") }
        // Equal texts: by number, or as it is said.
        let pairs = zip(order.numbers, order.numbers.dropFirst()).filter { texts[Int($0.0)] == texts[Int($0.1)] }
        #expect(pairs.allSatisfy { $0.0 < $0.1 }, "seed \(seed)")
        let reversed = ByteOrder(texts) { $0 > $1 }.numbers
        let reversedPairs = zip(reversed, reversed.dropFirst()).filter { texts[Int($0.0)] == texts[Int($0.1)] }
        #expect(reversedPairs.count == pairs.count && reversedPairs.allSatisfy { $0.0 > $0.1 }, "seed \(seed)")
    }
}
