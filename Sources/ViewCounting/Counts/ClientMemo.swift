import LogReading

/// Remembers which clients the profile excludes, by their bytes as logged.
struct ClientMemo {
    private let exclusions: Exclusions
    private let memo = ByteMemo(maximumEntries: ClientMemo.maximumEntries)

    private static let maximumEntries = 262_144

    init(_ exclusions: Exclusions) {
        self.exclusions = exclusions
    }

    @inline(__always)
    func excludes(_ client: ByteView) -> Bool {
        guard exclusions.hasClients else { return false }
        return memo.value(for: client) { exclusions.excludes(client: client.bytes) ? 1 : 0 } == 1
    }
}
