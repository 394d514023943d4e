import LogReading

/// Remembers whether a host is one of the site's, by its bytes as logged.
struct HostMemo: ~Copyable {
    private let hosts: SiteHosts
    private var memo = ByteMemo(maximumEntries: HostMemo.maximumEntries)

    /// Anybody can send any host.
    private static let maximumEntries = 4096

    init(_ hosts: SiteHosts) {
        self.hosts = hosts
    }

    mutating func contains(_ host: ByteView) -> Bool {
        let tag = memo.tag(of: host)
        if let known = memo.value(for: host, tag: tag) { return known == 1 }
        let isOurs = hosts.contains(host.bytes)
        return memo.remember(for: host, tag: tag) { isOurs ? 1 : 0 } == 1
    }
}
