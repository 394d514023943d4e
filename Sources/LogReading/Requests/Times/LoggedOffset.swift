/// The offset from UTC that the time of a line is written with, found without knowing the line's format.
///
/// `:SS +hhmm` as in the common formats, or `:SS`, `:SS.fff` and `Z`, `+hh:mm` or `+hhmm` as in ISO 8601. A time without
/// one (epoch seconds, W3C extended) gives nil.
public enum LoggedOffset {
    /// Seconds east of UTC; nil where no time in the line has one.
    public static func find(in line: ByteView) -> Int? {
        var index = 0
        while let colon = line.firstIndex(of: UInt8(ascii: ":"), from: index) {
            index = colon + 1
            guard colon + 6 <= line.count, line[colon + 3] == UInt8(ascii: ":"),
                number(line, colon + 1, digits: 2, below: 60) != nil,
                number(line, colon + 4, digits: 2, below: 60) != nil
            else { continue }
            // That was `:MM:SS`, or `:HH:MM` and the seconds are still to come.
            let hasSeconds =
                colon + 6 < line.count && line[colon + 6] == UInt8(ascii: ":")
                && number(line, colon + 7, digits: 2, below: 60) != nil
            // An address of IPv6 can look like a time.
            if let offset = offset(line, at: colon + (hasSeconds ? 9 : 6)) { return offset }
        }
        return nil
    }

    private static func offset(_ line: ByteView, at start: Int) -> Int? {
        var index = start
        if index < line.count, line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ",") {
            index += 1
            while index < line.count, line[index].isDigit { index += 1 }
        }
        if index < line.count, line[index] == UInt8(ascii: " ") { index += 1 }
        guard index < line.count else { return nil }
        if line[index] == UInt8(ascii: "Z") { return 0 }
        guard line[index] == UInt8(ascii: "+") || line[index] == UInt8(ascii: "-"),
            let hours = number(line, index + 1, digits: 2, below: 24)
        else { return nil }
        let behind = index + 3
        let minuteStart = behind < line.count && line[behind] == UInt8(ascii: ":") ? behind + 1 : behind
        guard let minutes = number(line, minuteStart, digits: 2, below: 60) else { return nil }
        let east = hours * 3600 + minutes * 60
        return line[index] == UInt8(ascii: "-") ? -east : east
    }

    private static func number(_ line: ByteView, _ start: Int, digits: Int, below limit: Int) -> Int? {
        guard start + digits <= line.count else { return nil }
        var value = 0
        for index in start..<(start + digits) {
            guard line[index].isDigit else { return nil }
            value = value * 10 + Int(line[index] - UInt8(ascii: "0"))
        }
        return value < limit ? value : nil
    }
}
