/// Digits and letters of ASCII, whatever the locale.
///
/// Asked of every byte of paths and agents, in all modules: inlined there.
extension UInt8 {
    @inlinable
    package var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    @inlinable
    package var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

    /// The value of a hexadecimal digit of either case.
    @inlinable
    package var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension ByteView {
    /// Whether a field has no value: nothing, or the `-` that servers write for it.
    @inlinable
    package var isMissing: Bool { count == 0 || count == 1 && self[0] == UInt8(ascii: "-") }
}
