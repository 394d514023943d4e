import CGlibc

/// How often each pair of numbers came: of a page and a verdict.
///
/// Open addressing, 16 bytes a slot. A pair waits until a few others have come, so that its slot is fetched from memory
/// meanwhile: 10 ns, where not waiting took 100, as `Dictionary` did.
struct PairCounts: ~Copyable {
    /// A pair as one number, and how often it came; 0 in a free slot.
    private typealias Slot = (pair: UInt64, count: Int)

    private var slots: UnsafeMutableBufferPointer<Slot>
    /// Seeded: whoever asks for pages in an order of his own chooses their numbers.
    private let hash = SeededHash()
    private var used = 0
    /// Pairs that are still to be counted: the last `waiting.count`, the oldest at `oldest` once there are so many.
    private var waiting = InlineArray<16, UInt64>(repeating: PairCounts.none)
    private var oldest = 0

    /// No page has this number.
    private static let none = UInt64.max

    /// A power of two; a kilobyte, since years of days in one log have as many of these.
    private static let initialSlots = 64

    init() {
        slots = PairCounts.free(PairCounts.initialSlots)
    }

    deinit {
        slots.deallocate()
    }

    @inline(__always)
    mutating func count(_ first: UInt32, _ second: UInt32) {
        let pair = UInt64(first) << 32 | UInt64(second)
        cglibc_prefetch(slots.baseAddress.map { $0 + home(of: pair) })
        let due = waiting[oldest]
        waiting[oldest] = pair
        oldest = (oldest + 1) & (waiting.count - 1)
        if due != PairCounts.none { add(due) }
    }

    /// All pairs, in no order.
    mutating func all<Result>(_ transform: (_ first: UInt32, _ second: UInt32, _ count: Int) -> Result) -> [Result] {
        for index in waiting.indices where waiting[index] != PairCounts.none {
            add(waiting[index])
            waiting[index] = PairCounts.none
        }
        var all: [Result] = []
        all.reserveCapacity(used)
        for slot in slots where slot.count != 0 {
            all.append(transform(UInt32(slot.pair >> 32), UInt32(truncatingIfNeeded: slot.pair), slot.count))
        }
        return all
    }

    @inline(__always)
    private mutating func add(_ pair: UInt64) {
        let index = place(of: pair)
        if slots[index].count == 0 { return insert(pair, at: index) }
        slots[index].count += 1
    }

    /// Where a pair is looked for first.
    @inline(__always)
    private func home(of pair: UInt64) -> Int {
        Int(truncatingIfNeeded: hash.hash(of: pair)) & (slots.count - 1)
    }

    /// Where the pair is, or may be put.
    @inline(__always)
    private func place(of pair: UInt64) -> Int {
        let mask = slots.count - 1
        var index = home(of: pair)
        while slots[index].count != 0, slots[index].pair != pair { index = (index &+ 1) & mask }
        return index
    }

    @inline(never)
    private mutating func insert(_ pair: UInt64, at index: Int) {
        slots[index] = (pair, 1)
        used += 1
        // At most half full.
        guard used * 2 > slots.count else { return }
        let old = slots
        slots = PairCounts.free(old.count * 2)
        for slot in old where slot.count != 0 { slots[place(of: slot.pair)] = slot }
        old.deallocate()
    }

    private static func free(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
        let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count)
        slots.initialize(repeating: (0, 0))
        return slots
    }
}
