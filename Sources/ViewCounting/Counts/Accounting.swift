/// Lines by outcome; adds up to the lines read.
public struct Accounting: Sendable {
    /// In place, without a heap object: every line adds one.
    private var counts = InlineArray<14, Int>(repeating: 0)

    public init() {
        precondition(Outcome.allCases.count == counts.count, "one count for each outcome")
    }

    public subscript(outcome: Outcome) -> Int {
        @inline(__always) get { counts[outcome.rawValue] }
        @inline(__always) set { counts[outcome.rawValue] = newValue }
    }

    /// All lines, of whatever outcome.
    public var lines: Int { Outcome.allCases.reduce(0) { $0 + self[$1] } }

    public static func += (left: inout Accounting, right: Accounting) {
        for outcome in Outcome.allCases { left[outcome] += right[outcome] }
    }
}

extension Accounting: Hashable {
    public static func == (left: Accounting, right: Accounting) -> Bool {
        Outcome.allCases.allSatisfy { left[$0] == right[$0] }
    }

    public func hash(into hasher: inout Hasher) {
        for outcome in Outcome.allCases { hasher.combine(self[outcome]) }
    }
}
