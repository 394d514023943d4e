/// Lines by outcome; adds up to the lines read.
public struct Accounting: Hashable, Sendable {
    private var counts = [Int](repeating: 0, count: Outcome.allCases.count)

    public init() {}

    public subscript(outcome: Outcome) -> Int {
        get { counts[outcome.rawValue] }
        set { counts[outcome.rawValue] = newValue }
    }

    /// All lines, of whatever outcome.
    public var lines: Int { counts.reduce(0, +) }

    public static func += (left: inout Accounting, right: Accounting) {
        for index in left.counts.indices { left.counts[index] += right.counts[index] }
    }
}
