import LogReading

/// When the lines of a log were written, and in which order they stand.
public struct TimeCourse: Sendable {
    /// Lines with a time to be trusted: not of the future.
    public private(set) var lines = 0
    /// Lines whose time is before that of a line above them.
    public private(set) var linesBehind = 0
    /// By how many seconds at most.
    public private(set) var largestStepBack: UInt32 = 0
    /// Lines by the offset from UTC, in seconds, that stands in them; nil for those in which none does.
    public private(set) var offsets: [Int?: Int] = [:]
    /// Lines whose offset is not the site's at that time.
    public private(set) var linesOfOtherOffset = 0
    private var latest: UInt32 = 0

    mutating func note(second: UInt32, offset: Int?, siteOffset: Int64) {
        lines += 1
        offsets[offset, default: 0] += 1
        if let offset, Int64(offset) != siteOffset { linesOfOtherOffset += 1 }
        if second < latest {
            linesBehind += 1
            largestStepBack = max(largestStepBack, latest - second)
        } else {
            latest = second
        }
    }

    /// Each log has its own order.
    public static func += (left: inout TimeCourse, right: TimeCourse) {
        left.lines += right.lines
        left.linesBehind += right.linesBehind
        left.largestStepBack = max(left.largestStepBack, right.largestStepBack)
        left.offsets.merge(right.offsets, uniquingKeysWith: +)
        left.linesOfOtherOffset += right.linesOfOtherOffset
    }
}
