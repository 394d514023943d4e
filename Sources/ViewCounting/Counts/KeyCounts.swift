/// Equal keys counted: pairs of the number of an article or page and of a minute or day, in order.
struct KeyCounts {
    struct Entry {
        /// The key's high half: an article, a page.
        var high: Int
        /// The key's low half: a minute, a day.
        var low: UInt32
        var count: Int
    }

    private(set) var entries: [Entry] = []

    /// - Parameter pieces: Keys in any order.
    /// - Complexity: Linear; a radix pass for each 11 bits in which the keys differ.
    init(_ pieces: [[UInt64]]) {
        let sorted = KeyCounts.sorted(pieces)
        var index = 0
        while index < sorted.count {
            let key = sorted[index]
            let start = index
            while index < sorted.count, sorted[index] == key { index += 1 }
            entries.append(
                Entry(high: Int(key >> 32), low: UInt32(truncatingIfNeeded: key), count: index - start))
        }
    }

    private static let digitBits: UInt64 = 11
    private static let digits = 1 << Int(digitBits)
    /// Digits of the low half, then of the high one.
    private static let shifts: [UInt64] = [0, 11, 22, 32, 43, 54]

    private static func sorted(_ pieces: [[UInt64]]) -> [UInt64] {
        var from = pieces.count == 1 ? pieces[0] : Array(pieces.joined())
        guard let first = from.first else { return [] }
        let differing = from.reduce(0) { $0 | ($1 ^ first) }
        for shift in shifts where differing >> shift & UInt64(digits - 1) != 0 {
            from = [UInt64](unsafeUninitializedCapacity: from.count) { to, count in
                count = from.count
                from.withUnsafeBufferPointer { pass($0, into: to, shift: shift) }
            }
        }
        return from
    }

    /// One stable pass by the digit at `shift`.
    private static func pass(
        _ from: UnsafeBufferPointer<UInt64>, into to: UnsafeMutableBufferPointer<UInt64>, shift: UInt64
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: digits + 1) { places in
            places.initialize(repeating: 0)
            let mask = UInt64(digits - 1)
            for key in from { places[Int(key >> shift & mask) + 1] += 1 }
            for digit in 0..<digits { places[digit + 1] += places[digit] }
            for key in from {
                let digit = Int(key >> shift & mask)
                to[places[digit]] = key
                places[digit] += 1
            }
        }
    }
}
