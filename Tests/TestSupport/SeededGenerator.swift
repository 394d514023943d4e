/// Random numbers that a seed decides: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// A law that fails names its seed, and the seed brings the failure back.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A row of up to `maximum` of the elements, each as likely as the others.
    public mutating func row<Element>(of elements: [Element], upTo maximum: Int) -> [Element] {
        (0..<Int.random(in: 0...maximum, using: &self)).compactMap { _ in elements.randomElement(using: &self) }
    }
}
