/// Counts as a line of bars, one character each: `▁▁▂▅█▆▃▁`.
///
/// Bars stand for shares of the greatest count, so two lines are not to be compared by height. `▁` is a count of 0 and no
/// other: whatever was counted is seen, as `▂` at least. `·` is a count that is not known.
enum Sparkline {
    /// - Parameter counts: None below 0; nil where nothing is known.
    static func of(_ counts: [Int?]) -> String {
        let greatest = counts.lazy.compactMap(\.self).max() ?? 0
        return String(counts.map { count in count.map { bar(of: $0, greatest: greatest) } ?? unknown })
    }

    /// The bar for `count / greatest`, rounded up.
    private static func bar(of count: Int, greatest: Int) -> Character {
        precondition(count >= 0, "nothing is counted less than no times")
        guard count > 0 else { return none }
        let height = (UInt128(count) * UInt128(bars.count) + UInt128(greatest) - 1) / UInt128(greatest)
        return bars[Int(height) - 1]
    }

    private static let unknown: Character = "·"
    private static let none: Character = "▁"
    private static let bars: [Character] = ["▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
