import CGlibc
import Glibc
import LogReading

/// A table from byte strings to numbers, for look-ups by bytes that lie in somebody else's buffer.
///
/// Open addressing with full comparison. A slot holds half of the key's hash beside the key's place, so that a look-up
/// touches two cache lines: 23 ns, where `Dictionary<[UInt8], _>` takes 250. The hash is seeded anew for each table, so
/// that nobody outside can craft collisions; no result depends on it.
struct ByteTable: ~Copyable {
    /// Number of keys, and bytes that they and their values take.
    private(set) var count: Int
    private(set) var usedBytes: Int

    /// Each slot: the tag in the high half, in the low one the offset of the entry plus one; 0 where it is free.
    private var slots: UnsafeMutablePointer<UInt64>
    /// One less than the number of slots, which is a power of two.
    private var mask: Int
    /// Entries one behind the other: value (4 bytes), length of the key (4 bytes), key.
    private var arena: UnsafeMutableRawPointer
    private var arenaBytes: Int

    private static let initialSlots = 1024
    private static let initialArenaBytes = 65_536
    private static let headerBytes = 8
    private let hash = SeededHash()

    init() {
        count = 0
        usedBytes = 0
        slots = ByteTable.freeSlots(ByteTable.initialSlots)
        mask = ByteTable.initialSlots - 1
        arenaBytes = ByteTable.initialArenaBytes
        arena = ByteTable.resized(nil, bytes: arenaBytes)
    }

    deinit {
        slots.deallocate()
        free(arena)
    }

    /// Half of the hash of a key; slots are found by it too.
    @inline(__always)
    func tag(of key: ByteView) -> UInt32 { hash.tag(of: key) }

    /// Asks for the slot of a key that will be looked up soon.
    @inline(__always)
    func prefetchSlot(tag: UInt32) {
        cglibc_prefetch(slots + (Int(tag) & mask))
    }

    /// Asks for the entry of a key whose slot is at hand.
    @inline(__always)
    func prefetchEntry(tag: UInt32) {
        var slot = Int(tag) & mask
        while slots[slot] != 0 {
            let entry = slots[slot]
            if UInt32(truncatingIfNeeded: entry >> 32) == tag {
                // Most reach into a second cache line.
                cglibc_prefetch(arena + Int(entry & 0xFFFF_FFFF))
                return cglibc_prefetch(arena + Int(entry & 0xFFFF_FFFF) + 64)
            }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(__always)
    func value(for key: ByteView, tag: UInt32) -> UInt32? { entry(of: key, tag: tag).map { value(at: $0) } }

    /// Where the entry of a key is, until the table is emptied; nil where it has none.
    @inline(__always)
    func entry(of key: ByteView, tag: UInt32) -> UInt32? {
        var slot = Int(tag) & mask
        while slots[slot] != 0 {
            let entry = UInt32(truncatingIfNeeded: slots[slot]) &- 1
            if UInt32(truncatingIfNeeded: slots[slot] >> 32) == tag, isEntry(entry, of: key) { return entry }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// Whether the entry at a place is that of a key.
    @inline(__always)
    func isEntry(_ entry: UInt32, of key: ByteView) -> Bool { self.key(at: entry).isEqual(to: key) }

    @inline(__always)
    func value(at entry: UInt32) -> UInt32 {
        precondition(Int(entry) < usedBytes, "no such entry")
        return arena.load(fromByteOffset: Int(entry), as: UInt32.self)
    }

    /// Adds a key that the table does not hold yet.
    ///
    /// - Precondition: All keys together stay below 4 GiB.
    mutating func insert(_ key: ByteView, tag: UInt32, value: UInt32) {
        // At most half full.
        if count * 2 > mask { growSlots() }
        let offset = reserve(ByteTable.headerBytes + key.count)
        arena.storeBytes(of: value, toByteOffset: offset, as: UInt32.self)
        arena.storeBytes(of: UInt32(key.count), toByteOffset: offset + 4, as: UInt32.self)
        key.copy(to: arena + offset + ByteTable.headerBytes)
        count += 1
        place(UInt64(tag) << 32 | UInt64(offset + 1))
    }

    /// Forgets everything; attackers make tables grow.
    mutating func removeAll() {
        slots.update(repeating: 0, count: mask + 1)
        count = 0
        usedBytes = 0
    }

    private func key(at entry: UInt32) -> ByteView {
        precondition(Int(entry) < usedBytes, "no such entry")
        let length = arena.load(fromByteOffset: Int(entry) + 4, as: UInt32.self)
        let start = (arena + Int(entry) + ByteTable.headerBytes).assumingMemoryBound(to: UInt8.self)
        return ByteView(base: start, count: Int(length))
    }

    /// Room for an entry, at an offset that is a multiple of 8.
    private mutating func reserve(_ bytes: Int) -> Int {
        let offset = usedBytes
        usedBytes += (bytes + 7) & ~7
        precondition(usedBytes < Int(UInt32.max), "a table of more than 4 GiB of keys; they have to be capped")
        if usedBytes > arenaBytes {
            arenaBytes = max(usedBytes, arenaBytes * 2)
            arena = ByteTable.resized(arena, bytes: arenaBytes)
        }
        return offset
    }

    /// By `realloc`, which moves many bytes without touching them.
    private static func resized(_ arena: UnsafeMutableRawPointer?, bytes: Int) -> UnsafeMutableRawPointer {
        guard let resized = realloc(arena, bytes) else { preconditionFailure("no memory is left for a table of bytes") }
        return resized
    }

    private mutating func growSlots() {
        let old = UnsafeMutableBufferPointer(start: slots, count: mask + 1)
        slots = ByteTable.freeSlots(old.count * 2)
        mask = old.count * 2 - 1
        for entry in old where entry != 0 { place(entry) }
        old.deallocate()
    }

    private func place(_ entry: UInt64) {
        var slot = Int(entry >> 32) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
    }

    private static func freeSlots(_ count: Int) -> UnsafeMutablePointer<UInt64> {
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
        slots.initialize(repeating: 0, count: count)
        return slots
    }
}
