import LogReading

/// A table from byte strings to numbers, for look-ups by bytes that lie in somebody else's buffer.
///
/// Open addressing with full comparison, keys in one arena: 23 ns a look-up, where `Dictionary<[UInt8], _>` takes 250.
/// The hash is seeded anew in each process, so that nobody outside can craft collisions; no result depends on it.
struct ByteTable {
    private struct Entry {
        var offset: Int
        var count: Int
        var hash: UInt64
        var value: UInt32
    }

    private var entries: [Entry] = []
    private var arena: [UInt8] = []
    /// Index into `entries` plus one; 0 is a free slot. The count is a power of two.
    private var slots = [UInt32](repeating: 0, count: ByteTable.initialSlots)

    private static let initialSlots = 1024
    private static let seed = UInt64.random(in: .min ... .max)

    /// Entries, and bytes of keys, held now.
    var count: Int { entries.count }
    var keyBytes: Int { arena.count }

    static func hash(_ key: ByteView) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: key.count)
        var index = 0
        while index < key.count {
            hash = fold(hash ^ key.partialWord(at: index))
            index += 8
        }
        return fold(hash)
    }

    /// Multiplies by 2^64 divided by the golden ratio and folds the product's halves.
    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    func value(for key: ByteView, hash: UInt64) -> UInt32? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.hash == hash, entry.count == key.count, holds(key, at: entry.offset) { return entry.value }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Adds a key that the table does not hold yet.
    mutating func insert(_ key: ByteView, hash: UInt64, value: UInt32) {
        // At most half full.
        if entries.count * 2 >= slots.count { grow() }
        entries.append(Entry(offset: arena.count, count: key.count, hash: hash, value: value))
        arena.append(contentsOf: key.bytes)
        place(entryNumber: entries.count)
    }

    /// Forgets everything; attackers make tables grow.
    mutating func removeAll() {
        self = ByteTable()
    }

    private func holds(_ key: ByteView, at offset: Int) -> Bool {
        arena.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return key.count == 0 }
            return ByteView(base: base, count: buffer.count)[offset..<(offset + key.count)].isEqual(to: key)
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 1...max(entries.count, 1) where number <= entries.count { place(entryNumber: number) }
    }

    private mutating func place(entryNumber: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: entries[entryNumber - 1].hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(entryNumber)
    }
}
