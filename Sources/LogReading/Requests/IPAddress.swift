import Glibc

/// An internet address as a number of its family.
public struct IPAddress: Hashable, Sendable {
    public enum Family: Sendable {
        case v4, v6

        public var bits: Int { self == .v4 ? 32 : 128 }
    }

    public let family: Family
    public let value: UInt128

    public init(family: Family, value: UInt128) {
        self.family = family
        self.value = value
    }

    /// Reads an address as `inet_pton` does: four decimal numbers without leading zeros, or RFC 4291, section 2.2.
    ///
    /// Names, zones (`%eth0`), ports and brackets give nil.
    public init?(_ text: ByteView) {
        guard text.count <= IPAddress.longestText else { return nil }
        if text.firstIndex(of: colon) == nil {
            guard let value = IPAddress.dottedQuad(text) else { return nil }
            self.init(family: .v4, value: UInt128(value))
        } else {
            guard let value = IPAddress.v6(text) else { return nil }
            self.init(family: .v6, value: value)
        }
    }

    public init?(_ text: [UInt8]) {
        guard let address = text.withByteView({ IPAddress($0) }) else { return nil }
        self = address
    }

    /// Longest text of an address, as `INET6_ADDRSTRLEN` has it, without its end.
    private static let longestText = 45

    /// `203.0.113.7`; this is asked once a click where the profile excludes clients, so it makes no C string.
    private static func dottedQuad(_ text: ByteView) -> UInt32? {
        var value: UInt32 = 0
        var parts = 0
        var index = 0
        while index < text.count {
            let start = index
            var part: UInt32 = 0
            while index < text.count, text[index] != UInt8(ascii: ".") {
                let digit = text[index] &- UInt8(ascii: "0")
                guard digit < 10, index - start < 3, index == start || part > 0 else { return nil }
                part = part * 10 + UInt32(digit)
                index += 1
            }
            guard index > start, part < 256 else { return nil }
            value = value << 8 | part
            parts += 1
            // Over the dot, behind which a part has to follow.
            if index < text.count {
                index += 1
                if index == text.count { return nil }
            }
        }
        return parts == 4 ? value : nil
    }

    private static func v6(_ text: ByteView) -> UInt128? {
        guard text.firstIndex(of: 0) == nil else { return nil }
        var address = in6_addr()
        let isAddress = withUnsafeTemporaryAllocation(of: CChar.self, capacity: text.count + 1) { terminated in
            for index in 0..<text.count { terminated.initializeElement(at: index, to: CChar(bitPattern: text[index])) }
            terminated.initializeElement(at: text.count, to: 0)
            return inet_pton(AF_INET6, terminated.baseAddress, &address) == 1
        }
        guard isAddress else { return nil }
        return withUnsafeBytes(of: &address) { $0.reduce(0) { $0 << 8 | UInt128($1) } }
    }
}
