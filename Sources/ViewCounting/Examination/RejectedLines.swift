public import LogReading

/// Puts aside every line that could not be read as a request: malformed, oversize or bad-request.
///
/// As it was, byte for byte, and each ended by LF; in the order of the log, but for its first lines: what comes before
/// the format is known is judged later than what fits no format at all.
public struct RejectedLines: LineNotes {
    public let lines: SpooledBytes
    /// Where the dropped line began whose end is still to come.
    private var droppedFrom: Int64?

    public init(name: String) {
        lines = SpooledBytes(name: name)
    }

    mutating func note(_ line: Range<Int>, of block: ByteView, _ outcome: Outcome) {
        switch outcome {
        case .oversize, .malformed, .badRequest:
            lines.append(block[line])
            lines.append(RejectedLines.lineFeed)
        default: break
        }
    }

    mutating func note(_ request: LoggedRequest, _ line: Range<Int>, of block: ByteView, _ outcome: Outcome) {
        note(line, of: block, outcome)
    }

    mutating func begin(_ layout: LogLayout) {}
    mutating func hold(_ request: LoggedRequest, _ line: Range<Int>, of block: ByteView) {}
    mutating func settle(_ outcome: Outcome, client: ByteView) {}

    mutating func noteDropped(_ piece: ByteView) {
        if droppedFrom == nil { droppedFrom = lines.count }
        lines.append(piece)
    }

    mutating func endDropped(isLine: Bool) {
        if isLine { lines.append(RejectedLines.lineFeed) } else { lines.truncate(to: droppedFrom ?? lines.count) }
        droppedFrom = nil
    }

    private static let lineFeed = UInt8(ascii: "\n")
}
