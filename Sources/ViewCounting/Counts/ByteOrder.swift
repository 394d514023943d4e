public import LogReading

/// Texts in the order of their bytes, by number.
public struct ByteOrder {
    /// The numbers of the texts, the least text first.
    public let numbers: [UInt32]

    /// The first sixteen bytes of a text as numbers, the first byte the highest; zeros behind a shorter text.
    fileprivate struct Entry {
        let first: UInt64
        let second: UInt64
        let number: UInt32
    }

    /// - Parameter equals: Whether of two equal texts the one of the first number comes first; else the lower number does.
    /// - Complexity: O(n log n); most comparisons end within the first sixteen bytes, which lie side by side.
    public init(_ texts: [ByteString], ofEquals equals: (UInt32, UInt32) -> Bool = { $0 < $1 }) {
        numbers = texts.enumerated().map { Entry($1, number: UInt32($0)) }
            .sorted { left, right in
                if left.first != right.first { return left.first < right.first }
                if left.second != right.second { return left.second < right.second }
                let (leftText, rightText) = (texts[Int(left.number)], texts[Int(right.number)])
                return leftText == rightText ? equals(left.number, right.number) : leftText < rightText
            }
            .map(\.number)
    }

    /// By number of a text: how many are before it.
    var places: [UInt32] {
        var places = [UInt32](repeating: 0, count: numbers.count)
        for (place, number) in numbers.enumerated() { places[Int(number)] = UInt32(place) }
        return places
    }
}

extension ByteOrder.Entry {
    fileprivate init(_ text: ByteString, number: UInt32) {
        self.number = number
        (first, second) = text.bytes.withUnsafeBytes { bytes in
            (ByteOrder.Entry.word(bytes, from: 0), ByteOrder.Entry.word(bytes, from: 8))
        }
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        if bytes.count >= start + 8 {
            return UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        }
        var word: UInt64 = 0
        for index in start..<start + 8 { word = word << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
        return word
    }
}
