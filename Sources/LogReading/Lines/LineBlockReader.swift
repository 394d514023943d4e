import Glibc

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
    private let keepsUnfinishedLine: Bool
    /// The carried-over start of a line, and behind it a block of content.
    private let buffer: UnsafeMutablePointer<UInt8>
    private var carried = 0..<0
    /// Within an oversize line, whose rest is still to come.
    private var isDropping = false
    private var isOver = false

    /// - Parameter keepsUnfinishedLine: Whether what follows the last LF is a line; false where a log is known to be cut.
    public init(_ stream: LogStream, keepsUnfinishedLine: Bool = true) {
        self.stream = stream
        self.keepsUnfinishedLine = keepsUnfinishedLine
        buffer = .allocate(capacity: LineBlockReader.maximumBlockBytes)
    }

    deinit {
        buffer.deallocate()
    }

    /// The next whole lines, each ended by LF but for the last of the log; nil at the end of the log.
    ///
    /// - Throws: What `LogStream.read` throws. The blocks given before were whole lines all the same.
    public func withNextBlock<Result>(_ body: (ByteView) -> Result) throws(LogReadError) -> Result? {
        while !isOver {
            memmove(buffer, buffer + carried.lowerBound, carried.count)
            let block = UnsafeMutableRawBufferPointer(
                start: buffer + carried.count, count: ContentIdentity.blockBytes)
            let count = try stream.read(into: block)
            isOver = count < block.count
            let lines = wholeLines(of: ByteView(base: buffer, count: carried.count + count))
            if !lines.isEmpty { return body(ByteView(base: buffer + lines.lowerBound, count: lines.count)) }
        }
        return nil
    }

    /// The range of whole lines; what is behind them is carried over, or dropped where it has grown too long.
    private func wholeLines(of filled: ByteView) -> Range<Int> {
        var start = 0
        if isDropping {
            let lineFeed = filled.firstIndex(of: lineFeed)
            // What no LF ends is a line only where the log is whole.
            if lineFeed != nil || isOver && keepsUnfinishedLine { droppedOversizeLines += 1 }
            guard let lineFeed else { return 0..<0 }
            start = lineFeed + 1
            isDropping = false
        }
        var end = filled.count
        if !isOver || !keepsUnfinishedLine {
            while end > start, filled[end - 1] != lineFeed { end -= 1 }
        }
        carried = end..<filled.count
        if carried.count > LineBlockReader.maximumLineBytes {
            isDropping = true
            carried = 0..<0
        }
        return start..<end
    }
}

let lineFeed = UInt8(ascii: "\n")
