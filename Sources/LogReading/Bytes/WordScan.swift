/// Bytes looked for eight at a time, in a word: a found byte's highest bit is set in the result.
///
/// Only the lowest bit set is to be trusted; a found byte can make the one above it look found too. This is arithmetic
/// on a plain integer: comparing the lanes of `SIMD8<UInt8>` is many times slower in Swift 6.3.
/// Source: A. Mycroft's test for a zero byte; S. E. Anderson, "Bit Twiddling Hacks".
@inline(__always)
func bytes(of word: UInt64, below limit: UInt8) -> UInt64 {
    (word &- lowBits &* UInt64(limit)) & ~word & highBits
}

@inline(__always)
func bytes(of word: UInt64, equalTo byte: UInt8) -> UInt64 {
    bytes(of: word ^ lowBits &* UInt64(byte), below: 1)
}

/// The value of a byte of a word that is a decimal digit.
@inline(__always)
func digit(_ word: UInt64, at byte: UInt64) -> Int {
    Int(truncatingIfNeeded: word >> (8 &* byte) & 0xF)
}

private let lowBits: UInt64 = 0x0101_0101_0101_0101
private let highBits: UInt64 = 0x8080_8080_8080_8080

/// The bytes of a word that are no decimal digits; here every bit is to be trusted.
@inline(__always)
func nonDigits(of word: UInt64) -> UInt64 {
    // 0...9 for digits; anything else is larger. Adding 118 carries larger ones into the highest bit.
    let values = word ^ lowBits &* UInt64(UInt8(ascii: "0"))
    return ((values & ~highBits) &+ lowBits &* 118 | values) & highBits
}

/// The bytes of a word that are equal to `byte`; here every bit is to be trusted.
@inline(__always)
func exactBytes(of word: UInt64, equalTo byte: UInt8) -> UInt64 {
    let differences = word ^ lowBits &* UInt64(byte)
    // The highest bit of each lane is set where any bit of it differs.
    return ~(((differences & ~highBits) &+ ~highBits) | differences) & highBits
}
