/// The SHA-256 digest of some bytes, by which a file can be told from any other (FIPS 180-4).
///
/// Made for lists of a few hundred kilobytes; `sha256sum` says the same.
enum SHA256 {
    /// 64 hexadecimal digits.
    ///
    /// - Complexity: O(bytes).
    static func hex(of bytes: [UInt8]) -> String {
        var padded = bytes + [0x80]
        let rest = (padded.count + lengthBytes) % blockBytes
        if rest != 0 { padded += [UInt8](repeating: 0, count: blockBytes - rest) }
        let bits = UInt64(bytes.count) * 8
        padded += (0..<lengthBytes).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64(lengthBytes - 1 - $0))) }
        var state = initial
        for start in stride(from: 0, to: padded.count, by: blockBytes) {
            compress(padded[start..<start + blockBytes], into: &state)
        }
        return state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    private static let blockBytes = 64
    private static let lengthBytes = 8
    private static let rounds = 64

    private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var words = [UInt32](repeating: 0, count: rounds)
        for (place, byte) in block.enumerated() { words[place / 4] = words[place / 4] << 8 | UInt32(byte) }
        for round in 16..<rounds {
            let (early, late) = (words[round - 15], words[round - 2])
            let first = turned(early, 7) ^ turned(early, 18) ^ early >> 3
            let second = turned(late, 17) ^ turned(late, 19) ^ late >> 10
            words[round] = words[round - 16] &+ first &+ words[round - 7] &+ second
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for round in 0..<rounds {
            let mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
            let first = h &+ mixed &+ (e & f ^ ~e & g) &+ constants[round] &+ words[round]
            let spread = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
            let second = spread &+ (a & b ^ a & c ^ b & c)
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ second)
        }
        for (place, word) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= word }
    }

    /// A word whose low bits come in again at the top.
    private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

    /// The first 32 bits behind the point of the roots of primes: square roots of 8, cube roots of 64.
    private static let initial = primes.prefix(8).map { fraction(of: Double($0).squareRoot()) }
    private static let constants = primes.map { prime in
        // Newton's step makes the root exact to the last bit that counts.
        var root = 1.0
        for _ in 0..<100 { root -= (root * root * root - Double(prime)) / (3 * root * root) }
        return fraction(of: root)
    }

    private static let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }

    private static func fraction(of root: Double) -> UInt32 {
        UInt32((root - root.rounded(.down)) * 4_294_967_296)
    }
}
