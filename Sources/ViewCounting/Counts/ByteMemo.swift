import LogReading

/// Remembers an answer for each byte string that was asked about, up to a size; then it begins anew.
struct ByteMemo: ~Copyable {
    private var table = ByteTable()
    private let maximumEntries: Int

    private static let maximumBytes = 16 << 20

    init(maximumEntries: Int) {
        self.maximumEntries = maximumEntries
    }

    /// The hash by which a key is looked up here.
    @inline(__always)
    func tag(of key: ByteView) -> UInt32 { table.tag(of: key) }

    /// The answer given before, if there is one.
    @inline(__always)
    func value(for key: ByteView, tag: UInt32) -> UInt32? { table.value(for: key, tag: tag) }

    /// Where an answer is kept until the memo begins anew; nil where there is none.
    @inline(__always)
    func entry(of key: ByteView, tag: UInt32) -> UInt32? { table.entry(of: key, tag: tag) }

    /// Whether the answer at a place is that for a key.
    @inline(__always)
    func isEntry(_ entry: UInt32, of key: ByteView) -> Bool { table.isEntry(entry, of: key) }

    /// The answer at a place.
    @inline(__always)
    func value(at entry: UInt32) -> UInt32 { table.value(at: entry) }

    /// Remembers an answer to a question that has none yet; where the memo is full, all others are forgotten.
    ///
    /// - Parameter restart: Is called before the first answer of a memo that has begun anew.
    mutating func remember(for key: ByteView, tag: UInt32, restart: () -> Void = {}, _ make: () -> UInt32) -> UInt32 {
        if table.count >= maximumEntries || table.usedBytes >= ByteMemo.maximumBytes {
            table.removeAll()
            restart()
        }
        let value = make()
        table.insert(key, tag: tag, value: value)
        return value
    }

    /// The same, and the key's slot is fetched from memory meanwhile.
    @inline(__always)
    func prefetchedTag(of key: ByteView) -> UInt32 {
        let tag = table.tag(of: key)
        table.prefetchSlot(tag: tag)
        return tag
    }

    @inline(__always)
    func prefetchEntry(tag: UInt32) { table.prefetchEntry(tag: tag) }
}
