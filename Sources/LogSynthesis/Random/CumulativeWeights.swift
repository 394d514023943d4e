/// A distribution over 0, 1, 2, ... given by weights.
///
/// Only sums and comparisons of doubles, so that a draw is the same on every machine.
struct CumulativeWeights: Sendable {
    private let sums: [Double]

    init(_ weights: some Sequence<Double>) {
        var total = 0.0
        sums = weights.map { weight in
            total += weight
            return total
        }
    }

    /// An index with the probability of its weight; one of weight 0 never comes.
    ///
    /// - Complexity: O(log n) in the number of weights.
    func draw(_ random: inout SeededRandom) -> Int {
        let wanted = random.unit() * (sums.last ?? 0)
        var low = 0
        var high = sums.count
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        return min(low, max(sums.count - 1, 0))
    }
}
