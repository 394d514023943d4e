public import LogReading

/// An address without the part that tells one reader from the next: /24 of IPv4, /48 of IPv6.
public enum MaskedAddress {
    /// `203.0.113.0/24`, `2001:db8:7::/48`; `(a name)` for what is no address.
    public static func of(_ client: ByteString) -> String {
        guard let address = IPAddress(client.bytes) else { return "(a name)" }
        return text(of: address) + (address.family == .v4 || isMapped(address) ? "/24" : "/48")
    }

    /// `203.0.113.0`, `2001:db8:7::`: what is cut off is zeros.
    static func text(of address: IPAddress) -> String {
        if address.family == .v4 { return quad(address.value) }
        if isMapped(address) { return "::ffff:" + quad(address.value) }
        let groups = (0..<keptGroups).map { group in
            String(UInt16(truncatingIfNeeded: address.value >> UInt128(112 - 16 * group)), radix: 16)
        }
        return groups.joined(separator: ":") + "::"
    }

    /// The first three numbers of an IPv4 address, and 0.
    private static func quad(_ value: UInt128) -> String {
        let parts = [24, 16, 8].map { String(UInt8(truncatingIfNeeded: value >> UInt128($0))) }
        return parts.joined(separator: ".") + ".0"
    }

    /// `::ffff:203.0.113.7` (RFC 4291, section 2.5.5.2).
    private static func isMapped(_ address: IPAddress) -> Bool {
        address.family == .v6 && address.value >> 32 == 0xFFFF
    }

    /// 48 bits.
    private static let keptGroups = 3
}
