/// What of a line counts: its bytes without the white space at its end.
public enum LogLine {
    /// One CR at the very end comes off, then all spaces and tabs.
    @inline(__always)
    public static func content(of line: ByteView) -> ByteView {
        var end = line.count
        if end > 0, line[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        while end > 0, line[end - 1] == space || line[end - 1] == UInt8(ascii: "\t") { end -= 1 }
        return end == line.count ? line : line[0..<end]
    }
}
