public import LogReading

/// Which clients the clicks came from: of all clicks up to 8,192, beyond that of an even sample of them.
///
/// Whether a click is in the sample depends on the click and on how many there are, and on nothing else. So two samples
/// put together are the sample of both, and no split, order or number of threads shows in it. It is in memory only.
public struct ClientSample: Sendable {
    /// All clicks, in the sample or not.
    public private(set) var clicks = 0
    private var samples: [Sample] = []
    /// The clients of the samples, one behind the other.
    private var clientBytes: [UInt8] = []
    /// Clicks of a lower level are not in the sample; each level has half of the clicks of the one before.
    private var lowestLevel: UInt8 = 0

    private struct Sample: Sendable {
        /// Places in `clientBytes`.
        let client: Range<Int>
        let level: UInt8
    }

    /// The most clicks that a sample holds.
    public static let maximumSamples = 8192

    public init() {}

    /// Clicks in the sample.
    public var sampled: Int { samples.count }

    /// - Parameter target: Any bytes of the line that tell one click from the next.
    @inline(__always)
    mutating func note(client: ByteView, target: ByteView, second: UInt32) {
        clicks &+= 1
        let level = ClientSample.level(client: client, target: target, second: second)
        if level >= lowestLevel { take(client, level: level) }
    }

    public static func += (left: inout ClientSample, right: ClientSample) {
        left.clicks += right.clicks
        left.lowestLevel = max(left.lowestLevel, right.lowestLevel)
        let end = left.clientBytes.count
        left.clientBytes += right.clientBytes
        left.samples += right.samples.map {
            Sample(client: $0.client.lowerBound + end..<$0.client.upperBound + end, level: $0.level)
        }
        left.removeLowLevels()
        left.thin()
    }

    @inline(never)
    private mutating func take(_ client: ByteView, level: UInt8) {
        client.append(to: &clientBytes)
        samples.append(Sample(client: clientBytes.count - client.count..<clientBytes.count, level: level))
        thin()
    }

    private mutating func thin() {
        while samples.count > ClientSample.maximumSamples, lowestLevel < ClientSample.highestLevel {
            lowestLevel += 1
            removeLowLevels()
        }
    }

    /// Lets go of what is below the lowest level, and closes the gaps.
    private mutating func removeLowLevels() {
        var kept = 0
        var keptBytes = 0
        for index in samples.indices where samples[index].level >= lowestLevel {
            let sample = samples[index]
            let start = keptBytes
            for place in sample.client {
                clientBytes[keptBytes] = clientBytes[place]
                keptBytes += 1
            }
            samples[kept] = Sample(client: start..<keptBytes, level: sample.level)
            kept += 1
        }
        samples.removeLast(samples.count - kept)
        clientBytes.removeLast(clientBytes.count - keptBytes)
    }

    /// Behind 2^40 clicks of one level the sample may grow: nobody has so many.
    private static let highestLevel: UInt8 = 40

    /// Zeros at the end of a hash of the click: the same in every run, so that runs sample the same clicks.
    @inline(__always)
    private static func level(client: ByteView, target: ByteView, second: UInt32) -> UInt8 {
        let clientEnd = client.partialWord(at: max(0, client.count - 8))
        let targetEnd = target.partialWord(at: max(0, target.count - 8))
        let product = (clientEnd ^ 0x9E37_79B9_7F4A_7C15 &* UInt64(second))
            .multipliedFullWidth(by: targetEnd ^ 0xD6E8_FEB8_6659_FD93)
        // Once more, since a product's low bits know nothing of the factors' high ones.
        let mixed = (product.high ^ product.low) &* 0x9E37_79B9_7F4A_7C15
        return UInt8(truncatingIfNeeded: (mixed >> 20).trailingZeroBitCount)
    }
}

extension ClientSample {
    /// A client and how many clicks of the sample are its.
    public struct Client: Hashable, Sendable {
        public let client: ByteString
        public let clicks: Int
    }

    /// The clients with most clicks; of as many, the least bytes first.
    public func heaviest(_ count: Int) -> [Client] {
        let clicks = samples.reduce(into: [ByteString: Int]()) {
            $0[ByteString(clientBytes[$1.client]), default: 0] += 1
        }
        return Array(
            clicks.map { Client(client: $0.key, clicks: $0.value) }
                .sorted { ($1.clicks, $0.client) < ($0.clicks, $1.client) }.prefix(count))
    }

    /// The fewest clients, three at most, that together made more than half of at least 1,000 clicks; none where it takes
    /// more of them. What stands behind so few addresses is no reader, but a balancer or a proxy.
    public var fewWithMost: [Client] {
        guard sampled >= ClientSample.fewestToJudge else { return [] }
        var few: [Client] = []
        var sum = 0
        for client in heaviest(ClientSample.mostOfFew) {
            few.append(client)
            sum += client.clicks
            if 2 * sum > sampled { return few }
        }
        return []
    }

    /// With fewer clicks, one reader can well be half of them.
    public static let fewestToJudge = 1000
    private static let mostOfFew = 3
}
