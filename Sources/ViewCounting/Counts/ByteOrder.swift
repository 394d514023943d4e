import LogReading

/// Texts in the order of their bytes, by number.
struct ByteOrder {
    /// The numbers of the texts, the least text first.
    let numbers: [UInt32]

    /// - Complexity: O(n log n); most comparisons end within the first eight bytes, which lie side by side.
    init(_ texts: [ByteString]) {
        var entries = texts.enumerated().map { (beginning: ByteOrder.beginning(of: $1), number: UInt32($0)) }
        entries.sort { left, right in
            left.beginning != right.beginning
                ? left.beginning < right.beginning : texts[Int(left.number)] < texts[Int(right.number)]
        }
        numbers = entries.map(\.number)
    }

    /// By number of a text: how many are before it.
    var places: [UInt32] {
        var places = [UInt32](repeating: 0, count: numbers.count)
        for (place, number) in numbers.enumerated() { places[Int(number)] = UInt32(place) }
        return places
    }

    /// The first eight bytes as a number, the first byte the highest; zeros behind a shorter text.
    private static func beginning(of text: ByteString) -> UInt64 {
        text.bytes.withUnsafeBytes { bytes in
            if bytes.count >= 8 { return UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)) }
            let value = bytes.reduce(0) { $0 << 8 | UInt64($1) }
            return value << UInt64(8 * (8 - bytes.count) & 63)
        }
    }
}
