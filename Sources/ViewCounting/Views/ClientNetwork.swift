import LogReading

/// An address or a CIDR network (RFC 4632, RFC 4291) that clients are compared with, such as `10.0.0.0/8`.
///
/// Host bits are ignored: `10.1.2.3/8` is `10.0.0.0/8`. A network holds clients of its own family only, so that
/// `::ffff:10.0.0.1` is not in `10.0.0.0/8`.
public struct ClientNetwork: Hashable, Sendable {
    private let base: IPAddress
    private let mask: UInt128

    /// Reads an address, or an address, `/` and the length of the prefix in bits; nil if it is neither.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: .slash, maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress(Array($0)) }) else { return nil }
        var prefix = address.family.bits
        if parts.count == 2 {
            guard let length = Self.prefixLength(parts[1]), length <= prefix else { return nil }
            prefix = length
        }
        mask = prefix == 0 ? 0 : UInt128.max << UInt128(address.family.bits - prefix)
        base = IPAddress(family: address.family, value: address.value & mask)
    }

    var family: IPAddress.Family { base.family }

    /// What the first of the four numbers of its addresses can be; of an IPv4 network.
    var firstNumbers: ClosedRange<Int> {
        Int(base.value >> 24)...Int((base.value | ~mask & UInt128(UInt32.max)) >> 24)
    }

    /// Whether the address lies in the network.
    func contains(_ address: IPAddress) -> Bool {
        address.family == base.family && address.value & mask == base.value
    }

    /// One to three digits, without leading zeros.
    private static func prefixLength(_ digits: Substring.UTF8View) -> Int? {
        guard (1...3).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
        guard digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
