/// A log's content cut into lines by the words of section 1 of the counting rules; slow, plain, and nobody's relative.
public enum PlainLines {
    /// The lines of a content, without their LF; `isComplete` tells whether the last one had one.
    public static func split(_ content: [UInt8]) -> (lines: [[UInt8]], isComplete: Bool) {
        var lines: [[UInt8]] = []
        var rest = content[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(Array(rest[..<end]))
            rest = rest[(end + 1)...]
        }
        if rest.isEmpty { return (lines, true) }
        return (lines + [Array(rest)], false)
    }

    /// More than 65,536 bytes before its end.
    public static func isOversize(_ line: [UInt8]) -> Bool { line.count > 65_536 }

    /// One CR at the very end comes off, then all spaces and tabs.
    public static func trimmed(_ line: [UInt8]) -> [UInt8] {
        var line = line
        if line.last == 0x0D { line.removeLast() }
        while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
        return line
    }
}
