import LogReading

/// Somebody who is told what becomes of each line, and why.
///
/// A protocol, so that the loop is compiled without any notes for those who only count.
protocol LineNotes {
    /// A line whose outcome it shows by itself.
    ///
    /// - Parameters:
    ///   - line: Where it stands in the block, without its LF.
    ///   - request: Nil where it could not be read.
    mutating func note(_ line: Range<Int>, of block: ByteView, _ request: LoggedRequest?, _ outcome: Outcome)

    /// A line that is a candidate for a click, the `index`-th of its batch: `settle` tells its outcome before the block ends.
    mutating func hold(_ line: Range<Int>, of block: ByteView, _ request: LoggedRequest, at index: Int)

    /// - Parameter candidate: With the client that its proxies name.
    mutating func settle(_ candidate: Candidate, at index: Int, _ outcome: Outcome)

    /// A piece of a line that grew too long in the reader's hands.
    mutating func noteDropped(_ piece: ByteView)

    /// - Parameter isLine: False where it was none: what no LF ends in a cut log.
    mutating func endDropped(isLine: Bool)
}

/// Nobody.
struct NoLineNotes: LineNotes {
    @inline(__always)
    mutating func note(_ line: Range<Int>, of block: ByteView, _ request: LoggedRequest?, _ outcome: Outcome) {}
    @inline(__always)
    mutating func hold(_ line: Range<Int>, of block: ByteView, _ request: LoggedRequest, at index: Int) {}
    @inline(__always)
    mutating func settle(_ candidate: Candidate, at index: Int, _ outcome: Outcome) {}
    mutating func noteDropped(_ piece: ByteView) {}
    mutating func endDropped(isLine: Bool) {}
}
