/// A log's lines, a block of whole lines at a time.
///
/// Every line of the log is in exactly one block, but for those that grow longer than `maximumLineBytes` in the
/// reader's hands: these are dropped whole and counted.
public final class LineBlockReader {
    /// A line with more bytes than this before its end is oversize.
    public static let maximumLineBytes = 65_536

    /// No block of lines has more bytes.
    static let maximumBlockBytes = maximumLineBytes + ContentIdentity.blockBytes

    /// Lines dropped here for their length. Lines of a block can be too long as well: whoever reads the block judges.
    public private(set) var droppedOversizeLines = 0

    private let stream: LogStream
    private var blocks: any ContentBlocks
    private let spareThreads: SpareThreads?
    private var readsAhead = false
    private let keepsUnfinishedLine: Bool
    /// The carried-over start of a line, and behind it a block of content.
    private var filled: ByteView?
    private var carried = 0..<0
    /// Within an oversize line, whose rest is still to come.
    private var isDropping = false
    private var isOver = false
    private var pending = Pending()

    /// - Parameters:
    ///   - keepsUnfinishedLine: Whether what follows the last LF is a line; false where a log is known to be cut.
    ///   - spareThreads: As soon as there is one it is taken, and has the stream until the last block has come.
    public init(_ stream: LogStream, keepsUnfinishedLine: Bool = true, helpedBy spareThreads: SpareThreads? = nil) {
        self.stream = stream
        blocks = BlocksInTurn(stream)
        self.spareThreads = spareThreads
        self.keepsUnfinishedLine = keepsUnfinishedLine
    }

    deinit {
        if readsAhead { spareThreads?.add() }
    }

    /// What comes next of a log.
    public enum Piece {
        /// Whole lines, each ended by LF but for the last of the log.
        case lines(ByteView)
        /// A part of a line that is dropped for its length; the next parts follow.
        case dropped(ByteView)
        /// The end of a line that is dropped; it was none where no LF ends it and the log is cut there.
        case droppedEnd(isLine: Bool)
    }

    /// The next whole lines; nil at the end of the log.
    ///
    /// - Throws: What `LogStream.read` throws. The blocks given before were whole lines all the same.
    public func withNextBlock<Result>(_ body: (ByteView) -> Result) throws(LogReadError) -> Result? {
        while true {
            let block = try withNextPiece { piece -> Result? in
                if case .lines(let lines) = piece { body(lines) } else { nil }
            }
            guard let block else { return nil }
            if let result = block { return result }
        }
    }

    /// The next piece, in the order of the log; nil at its end.
    ///
    /// - Throws: As `withNextBlock`.
    public func withNextPiece<Result>(_ body: (Piece) -> Result) throws(LogReadError) -> Result? {
        while true {
            if let piece = nextPending() { return body(piece) }
            if isOver { return nil }
            let next = try nextBlock(behind: carried.isEmpty ? nil : filled?[carried])
            isOver = next.count - carried.count < ContentIdentity.blockBytes
            filled = next
            take(next)
        }
    }

    private func nextBlock(behind carried: ByteView?) throws(LogReadError) -> ByteView {
        // What is carried over lies there until the next block has come.
        let former = blocks
        defer { withExtendedLifetime(former) {} }
        if !readsAhead, let spareThreads, spareThreads.take() {
            readsAhead = true
            if let ahead = BlocksAhead(stream) { blocks = ahead }
        }
        return try blocks.next(behind: carried)
    }

    /// What of the bytes read last has not been given yet, in their order.
    private struct Pending {
        var droppedHead: Range<Int>?
        var droppedEnd: Bool?
        var lines: Range<Int>?
        var droppedTail: Range<Int>?
    }

    private func nextPending() -> Piece? {
        guard let filled else { return nil }
        if let head = pending.droppedHead {
            pending.droppedHead = nil
            return .dropped(filled[head])
        }
        if let isLine = pending.droppedEnd {
            pending.droppedEnd = nil
            return .droppedEnd(isLine: isLine)
        }
        if let lines = pending.lines {
            pending.lines = nil
            return .lines(filled[lines])
        }
        if let tail = pending.droppedTail {
            pending.droppedTail = nil
            // Of a log that is cut within the line, nothing more comes.
            if isOver { pending.droppedEnd = false }
            return .dropped(filled[tail])
        }
        return nil
    }

    /// Finds the whole lines; what is behind them is carried over, or dropped where it has grown too long.
    private func take(_ filled: ByteView) {
        var start = 0
        if isDropping {
            let end = filled.firstIndex(of: lineFeed)
            pending.droppedHead = 0..<(end ?? filled.count)
            if end != nil || isOver {
                // What no LF ends is a line only where the log is whole.
                let isLine = end != nil || keepsUnfinishedLine
                pending.droppedEnd = isLine
                if isLine { droppedOversizeLines += 1 }
                isDropping = false
            }
            guard let end else {
                carried = 0..<0
                return
            }
            start = end + 1
        }
        var end = filled.count
        if !isOver || !keepsUnfinishedLine {
            while end > start, filled[end - 1] != lineFeed { end -= 1 }
        }
        if end > start { pending.lines = start..<end }
        carried = end..<filled.count
        if carried.count > LineBlockReader.maximumLineBytes {
            isDropping = true
            pending.droppedTail = carried
            carried = 0..<0
        }
    }
}

let lineFeed = UInt8(ascii: "\n")
