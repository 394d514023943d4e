/// What of a line counts: its bytes without the white space at its end.
public enum LogLine {
    /// One CR at the very end comes off, then all spaces and tabs.
    public static func content(of line: ByteView) -> ByteView {
        line[content(of: line, 0..<line.count)]
    }

    /// The same of a line that stands within a block.
    @inline(__always)
    public static func content(of block: ByteView, _ line: Range<Int>) -> Range<Int> {
        var end = line.upperBound
        // Nearly every line ends in something to be seen.
        if end > line.lowerBound, block[end - 1] > space { return line }
        if end > line.lowerBound, block[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        while end > line.lowerBound, block[end - 1] == space || block[end - 1] == UInt8(ascii: "\t") { end -= 1 }
        return line.lowerBound..<end
    }
}
