import Glibc

/// An internet address as a number of its family.
public struct IPAddress: Hashable, Sendable {
    public enum Family: Sendable {
        case v4, v6

        public var bits: Int { self == .v4 ? 32 : 128 }
    }

    public let family: Family
    public let value: UInt128

    /// Longest text of an address, as `INET6_ADDRSTRLEN` has it, without its end.
    private static let longestText = 45

    public init(family: Family, value: UInt128) {
        self.family = family
        self.value = value
    }

    /// Reads an address as `inet_pton` does: four decimal numbers without leading zeros, or RFC 4291, section 2.2.
    ///
    /// Names, zones (`%eth0`), ports and brackets give nil.
    public init?(_ text: [UInt8]) {
        guard text.count <= Self.longestText, !text.contains(0) else { return nil }
        let isV6 = text.contains(colon)
        let terminated = text.map { CChar(bitPattern: $0) } + [0]
        var bytes = [UInt8](repeating: 0, count: isV6 ? MemoryLayout<in6_addr>.size : MemoryLayout<in_addr>.size)
        guard inet_pton(isV6 ? AF_INET6 : AF_INET, terminated, &bytes) == 1 else { return nil }
        family = isV6 ? .v6 : .v4
        value = bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }
}
