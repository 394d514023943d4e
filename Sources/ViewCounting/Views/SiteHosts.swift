import LogReading

/// The hosts whose requests a log's lines may tell of: a vhost log of several sites is cut down to one.
///
/// A host is compared without its port, without a dot at its end and with A-Z equal to a-z; an IPv6 address stands in
/// brackets wherever a port can follow.
public struct SiteHosts: Sendable {
    private let names: Set<[UInt8]>

    /// Every host.
    public static let all = SiteHosts([])

    /// - Parameter names: None for every host.
    public init(_ names: [String]) {
        self.names = Set(names.map { SiteHosts.canonical(Array($0.utf8)) })
    }

    /// Whether a host can be none of these.
    public var isLimited: Bool { !names.isEmpty }

    /// Whether a host, as logged, is one of these; nothing and `-` are none.
    public func contains(_ host: [UInt8]) -> Bool {
        names.isEmpty || names.contains(SiteHosts.canonical(host))
    }

    /// Whether the text can be a host: something that is no URL, no pattern and no list.
    public static func isHost(_ text: String) -> Bool {
        let host = canonical(Array(text.utf8))
        return !host.isEmpty && host != [.hyphen]
            && host.allSatisfy { $0 > UInt8(ascii: " ") && $0 != 0x7F && !foreignBytes.contains($0) }
            && (!host.contains(.colon) || IPAddress(host) != nil)
    }

    private static let foreignBytes = Set("/?#@*,\"'\\[]{}()<>".utf8)

    /// `WWW.Example.com.:443` is `www.example.com`, `[2001:DB8::1]:443` is `2001:db8::1`.
    static func canonical(_ host: [UInt8]) -> [UInt8] {
        var name = host[...]
        if name.first == UInt8(ascii: "["), let end = name.firstIndex(of: UInt8(ascii: "]")),
            isPortOrNothing(name[(end + 1)...])
        {
            name = name[1..<end]
        } else if let colon = name.firstIndex(of: .colon), isPortOrNothing(name[colon...]) {
            name = name[..<colon]
        }
        if name.last == .dot { name = name.dropLast() }
        return name.map(\.asciiLowercased)
    }

    /// A colon and digits, or a colon alone (RFC 3986, section 3.2.3).
    private static func isPortOrNothing(_ text: ArraySlice<UInt8>) -> Bool {
        text.isEmpty || text.first == .colon && text.dropFirst().allSatisfy(\.isDigit)
    }
}
