import LogReading

/// Somebody who is told of the lines that show their outcome by themselves, and of those that the reader drops.
///
/// A protocol, so that the loop is compiled without any notes for those who only count.
protocol LineNotes {
    /// - Parameter line: Where it stands in the block, without its LF.
    mutating func note(_ line: Range<Int>, of block: ByteView, _ outcome: Outcome)

    /// A piece of a line that grew too long in the reader's hands.
    mutating func noteDropped(_ piece: ByteView)

    /// - Parameter isLine: False where it was none: what no LF ends in a cut log.
    mutating func endDropped(isLine: Bool)
}

/// Nobody.
struct NoLineNotes: LineNotes {
    @inline(__always)
    mutating func note(_ line: Range<Int>, of block: ByteView, _ outcome: Outcome) {}
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
