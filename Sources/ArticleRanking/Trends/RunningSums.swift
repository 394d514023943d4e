/// Sums of values up to each of some slots: the sum over any window of them is one subtraction.
struct RunningSums<Value: AdditiveArithmetic & Sendable>: Sendable {
    private let first: Int
    /// Before each slot, and behind the last.
    private let sums: [Value]

    /// - Parameter value: Of a slot; it is asked for in their order.
    init(over slots: Range<Int>, _ value: (_ slot: Int) -> Value) {
        var sum = Value.zero
        var sums: [Value] = [sum]
        sums.reserveCapacity(slots.count + 1)
        for slot in slots {
            sum += value(slot)
            sums.append(sum)
        }
        first = slots.lowerBound
        self.sums = sums
    }

    /// - Parameter slots: Of those that the sums are over.
    subscript(slots: Range<Int>) -> Value { sums[slots.upperBound - first] - sums[slots.lowerBound - first] }
}
