import Glibc

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

/// An internet address as a number of its family.
struct IPAddress: Hashable, Sendable {
    enum Family: Sendable {
        case v4, v6

        var bits: Int { self == .v4 ? 32 : 128 }
    }

    let family: Family
    let value: UInt128

    /// Longest text of an address, as `INET6_ADDRSTRLEN` has it, without its end.
    private static let longestText = 45

    init(family: Family, value: UInt128) {
        self.family = family
        self.value = value
    }

    /// Reads an address as `inet_pton` does: four decimal numbers without leading zeros, or RFC 4291, section 2.2.
    ///
    /// Names, zones (`%eth0`), ports and brackets give nil.
    init?(_ text: [UInt8]) {
        guard text.count <= Self.longestText, text.allSatisfy({ $0.hexValue != nil || $0 == .dot || $0 == .colon })
        else { return nil }
        let isV6 = text.contains(.colon)
        let terminated = text.map { CChar(bitPattern: $0) } + [0]
        var bytes = [UInt8](repeating: 0, count: isV6 ? MemoryLayout<in6_addr>.size : MemoryLayout<in_addr>.size)
        guard inet_pton(isV6 ? AF_INET6 : AF_INET, terminated, &bytes) == 1 else { return nil }
        family = isV6 ? .v6 : .v4
        value = bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }
}
