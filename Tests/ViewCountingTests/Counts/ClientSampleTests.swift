import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("Clients of the clicks")
struct ClientSampleTests {
    /// Clicks of clients, one a second.
    private static func sample(_ clicks: some Sequence<(second: UInt32, client: String)>) -> ClientSample {
        var sample = ClientSample()
        for click in clicks {
            Array(click.client.utf8).withByteView { client in
                Array("/news/\(click.second % 97)".utf8).withByteView { target in
                    sample.note(client: client, target: target, second: click.second)
                }
            }
        }
        return sample
    }

    /// So many clicks of each client, and the rest of `all` by others, one each.
    private static func sample(_ heavy: [String: Int], of all: Int) -> ClientSample {
        var clients = heavy.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
        for number in 0..<(all - clients.count) { clients.append("198.51.\(number / 250).\(number % 250)") }
        return sample(clients.enumerated().map { (UInt32($0.offset), $0.element) })
    }

    @Test(
        "Few with most are three at most, with more than half of 1,000 clicks or more",
        arguments: [
            (["192.0.2.1": 501], 1000, ["192.0.2.1"]), (["192.0.2.1": 500], 1000, ["192.0.2.1", "198.51.0.0"]),
            (["192.0.2.1": 400, "192.0.2.2": 101], 1000, ["192.0.2.1", "192.0.2.2"]),
            (["192.0.2.1": 200, "192.0.2.2": 200, "192.0.2.3": 101], 1000, ["192.0.2.1", "192.0.2.2", "192.0.2.3"]),
            (["192.0.2.1": 150, "192.0.2.2": 150, "192.0.2.3": 150, "192.0.2.4": 150], 1000, []),
            (["192.0.2.1": 999], 999, []),
        ] as [([String: Int], Int, [String])])
    func fewWithMost(heavy: [String: Int], all: Int, expected: [String]) {
        let few = Self.sample(heavy, of: all).fewWithMost
        #expect(few.map(\.client.text) == expected)
    }

    @Test("However clicks are split and put together, the sample is the same", arguments: UInt64(0)..<12)
    func splits(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let clicks = (0..<Int.random(in: 5_000...40_000, using: &generator)).map { second in
            (second: UInt32(second), client: "192.0.2.\(Int.random(in: 0..<60, using: &generator))")
        }
        let whole = Self.sample(clicks)
        let parts = Int.random(in: 2...5, using: &generator)
        var split = Array(repeating: [(second: UInt32, client: String)](), count: parts)
        for click in clicks { split[Int.random(in: 0..<parts, using: &generator)].append(click) }
        let together = split.shuffled(using: &generator).reduce(into: ClientSample()) { $0 += Self.sample($1) }
        #expect(together.clicks == whole.clicks)
        #expect(together.sampled == whole.sampled)
        #expect(whole.sampled <= ClientSample.maximumSamples)
        #expect(together.heaviest(100) == whole.heaviest(100))
    }
}
