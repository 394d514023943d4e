import LogReading

/// Somebody who is told what becomes of each line, and of the lines that the reader drops.
///
/// A protocol, so that the loop is compiled without any notes for those who only count. Lines come in the order of the
/// log, but for its first ones: a block that is kept back until the format is known comes later than what stands behind it.
protocol LineNotes {
    /// Whether lines are noted at all: where not, the usual ones are never put into a `LoggedRequest`.
    static var areKept: Bool { get }

    /// The layout by which all further lines are read; never where no line fits any.
    mutating func begin(_ layout: LogLayout)

    /// A block is kept back: what becomes of its lines is told when it is recalled.
    mutating func keepBack()

    /// What is told now is of the block that was kept back as the `number`th, from 0; nil for none of these any more.
    mutating func recall(_ number: Int?)

    /// A line that tells of no request: oversize, blank or malformed.
    ///
    /// - Parameter line: Where it stands in the block, without its LF.
    mutating func note(_ line: Range<Int>, of block: ByteView, _ outcome: Outcome)

    /// A request that shows its outcome by itself.
    mutating func note(_ request: LoggedRequest, _ line: Range<Int>, of block: ByteView, _ outcome: Outcome)

    /// A request whose outcome is found together with others'.
    mutating func hold(_ request: LoggedRequest, _ line: Range<Int>, of block: ByteView)

    /// The outcome of the first of the held requests that has none yet; `view` stands for a click.
    ///
    /// - Parameter client: The one that counts, behind one's own proxies.
    mutating func settle(_ outcome: Outcome, client: ByteView)

    /// A piece of a line that grew too long in the reader's hands.
    mutating func noteDropped(_ piece: ByteView)

    /// - Parameter isLine: False where it was none: what no LF ends in a cut log.
    mutating func endDropped(isLine: Bool)
}

extension LineNotes {
    static var areKept: Bool { true }

    /// Most have no use for the place of a block.
    mutating func keepBack() {}
    mutating func recall(_ number: Int?) {}
}

/// Nobody.
struct NoLineNotes: LineNotes {
    static var areKept: Bool { false }

    @inline(__always)
    mutating func begin(_ layout: LogLayout) {}
    @inline(__always)
    mutating func note(_ line: Range<Int>, of block: ByteView, _ outcome: Outcome) {}
    @inline(__always)
    mutating func note(_ request: LoggedRequest, _ line: Range<Int>, of block: ByteView, _ outcome: Outcome) {}
    @inline(__always)
    mutating func hold(_ request: LoggedRequest, _ line: Range<Int>, of block: ByteView) {}
    @inline(__always)
    mutating func settle(_ outcome: Outcome, client: ByteView) {}
    mutating func noteDropped(_ piece: ByteView) {}
    mutating func endDropped(isLine: Bool) {}
}

extension LineBlockReader {
    /// The next whole lines, as `withNextBlock` gives them; what is dropped on the way is told.
    func withNextLines<Notes: LineNotes, Result>(
        telling notes: inout Notes, _ body: (ByteView, inout Notes) -> Result
    ) throws(LogReadError) -> Result? {
        while true {
            let next = try withNextPiece { piece -> Result? in
                switch piece {
                case .lines(let block): return body(block, &notes)
                case .dropped(let bytes): notes.noteDropped(bytes)
                case .droppedEnd(let isLine): notes.endDropped(isLine: isLine)
                }
                return nil
            }
            guard let next else { return nil }
            if let result = next { return result }
        }
    }
}
