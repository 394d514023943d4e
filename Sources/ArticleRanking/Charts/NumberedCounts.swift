public import ViewCounting

/// A day's counts, in the order of keys, and the same articles as numbers.
public struct NumberedCounts: Sendable {
    public let counts: DayCounts
    public let day: NumberedDay

    init(_ counts: DayCounts, _ day: NumberedDay) {
        self.counts = counts
        self.day = day
    }
}
