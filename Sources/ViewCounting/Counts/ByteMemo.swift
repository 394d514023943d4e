import LogReading

/// Remembers an answer for each byte string that was asked about, up to a size; then it begins anew.
struct ByteMemo {
    private let table = ByteTable()
    private let maximumEntries: Int

    private static let maximumBytes = 16 << 20

    init(maximumEntries: Int) {
        self.maximumEntries = maximumEntries
    }

    /// The answer given before, or the one that is made now.
    ///
    /// - Parameter restarted: Is called before the first answer after everything was forgotten.
    @inline(__always)
    func value(for key: ByteView, restarted: () -> Void = {}, otherwise make: () -> UInt32) -> UInt32 {
        let tag = ByteTable.tag(of: key)
        if let known = table.value(for: key, tag: tag) { return known }
        if table.count >= maximumEntries || table.usedBytes >= ByteMemo.maximumBytes {
            table.removeAll()
            restarted()
        }
        let value = make()
        table.insert(key, tag: tag, value: value)
        return value
    }
}
