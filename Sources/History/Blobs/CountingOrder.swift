/// Small numbers in their order, found by counting them.
///
/// - Complexity: O(n) in the numbers and in the highest of them.
struct CountingOrder {
    /// Where the numbers stand in the list: those of the lowest first, those of one number as they came.
    let indices: [UInt32]
    /// In `indices`, by number.
    let runs: [Range<Int>]

    init(_ numbers: [UInt32]) {
        var places = Array(repeating: 0, count: numbers.reduce(0) { max($0, Int($1) + 1) })
        for number in numbers { places[Int(number)] += 1 }
        var start = 0
        runs = places.map { count in
            defer { start += count }
            return start..<start + count
        }
        for (number, run) in runs.enumerated() { places[number] = run.lowerBound }
        var indices = Array(repeating: UInt32(0), count: numbers.count)
        for (index, number) in numbers.enumerated() {
            indices[places[Int(number)]] = UInt32(index)
            places[Int(number)] += 1
        }
        self.indices = indices
    }
}
