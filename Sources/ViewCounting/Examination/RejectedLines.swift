public import LogReading

/// Puts aside every line that could not be read as a request: malformed, oversize or bad-request.
///
/// As it was, byte for byte, and each ended by LF; in the order of the log.
public struct RejectedLines: LineNotes, Sendable {
    /// In the order of the log: each ends with a block that was kept back, the last one with the log.
    private var parts: [SpooledBytes]
    /// The part that lines are put to.
    private var current = 0
    private let name: String
    /// Where the dropped line began whose end is still to come.
    private var droppedFrom: Int64?

    public init(name: String) {
        self.name = name
        parts = [SpooledBytes(name: name)]
    }

    /// What went wrong; not all lines are there then.
    var failure: LogReadError? { parts.lazy.compactMap(\.failure).first }

    /// Gives all bytes, a piece at a time.
    ///
    /// - Throws: As `SpooledBytes`.
    public func forEachPiece<Failure: Error>(
        or failed: (LogReadError) -> Failure, _ body: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        for part in parts { try part.forEachPiece(or: failed, body) }
    }

    mutating func keepBack() {
        parts.append(SpooledBytes(name: name))
        current = parts.count - 1
    }

    mutating func recall(_ number: Int?) {
        current = number ?? parts.count - 1
    }

    private var lines: SpooledBytes { parts[current] }

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
