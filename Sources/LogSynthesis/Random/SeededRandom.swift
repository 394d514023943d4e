/// A small seeded source of random numbers: SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014).
///
/// The numbers depend on seed and stream alone, not on the standard library's version, on libm or on the machine: that
/// is why `Int.random(in:using:)`, `pow` and `exp` are used nowhere in this module. Not for secrets.
struct SeededRandom: Sendable {
    /// 2^64 divided by the golden ratio, odd: SplitMix64's step.
    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private var state: UInt64

    /// Numbers of their own for each pair of seed and stream, so that no stage disturbs another's.
    init(seed: UInt64, stream: UInt64 = 0) {
        state = Self.mix(seed &+ Self.step) ^ Self.mix(stream &* Self.step &+ 1)
    }

    mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mix(state)
    }

    /// A whole number from 0 up to, not including, `bound`; 0 if `bound` is less than 1.
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// A number from 0 up to, not including, 1, in steps of 2^-53.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number below `bound` that prefers the small ones: half of all draws lie in the first quarter.
    mutating func skewedBelow(_ bound: Int) -> Int {
        let draw = unit()
        return min(Int(draw * draw * Double(bound)), max(bound - 1, 0))
    }

    mutating func chance(perMille: Int) -> Bool {
        below(1000) < perMille
    }

    /// One of a list that is not empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// SplitMix64's finisher: a one-to-one scrambling of 64 bits.
    static func mix(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
