/// What a second look at each line of a log told, besides the counts.
public struct LogExamination: Sendable {
    /// For each outcome that lines had, why.
    public internal(set) var reasons: [Outcome: ReasonTable] = [:]
    public internal(set) var unmatchedPaths = PathCounts()
    public internal(set) var times = TimeCourse()

    public init() {}

    /// Where there is not room for all, what the left side has stays.
    public static func += (left: inout LogExamination, right: LogExamination) {
        left.reasons.merge(right.reasons) { left, right in
            var sum = left
            sum += right
            return sum
        }
        left.unmatchedPaths += right.unmatchedPaths
        left.times += right.times
    }
}
