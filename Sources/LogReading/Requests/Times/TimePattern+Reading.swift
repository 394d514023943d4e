extension TimePattern {
    /// Reads what is written where the range begins.
    ///
    /// - Returns: The place behind it; nil where it does not fit the pattern.
    func read(_ block: ByteView, _ range: Range<Int>, into parts: inout TimeParts) -> Int? {
        var index = range.lowerBound
        for piece in pieces {
            guard let end = piece.read(block, index..<range.upperBound, into: &parts) else { return nil }
            index = end
        }
        return index
    }
}

extension TimePattern.Piece {
    fileprivate func read(_ block: ByteView, _ range: Range<Int>, into parts: inout TimeParts) -> Int? {
        let start = range.lowerBound
        guard start < range.upperBound else { return nil }
        switch self {
        case .literal(let byte): return block[start] == byte ? start + 1 : nil
        case .number(let part, let digits, let isPadded):
            guard range.count >= digits else { return nil }
            let blanks = isPadded && block[start] == space ? 1 : 0
            guard let value = decimal(block, at: start + blanks, digits: digits - blanks), part.take(value, &parts)
            else { return nil }
            return start + digits
        case .monthName(let isFull): return TimePattern.readMonth(block, range, isFull: isFull, into: &parts)
        case .halfDay: return TimePattern.readHalfDay(block, range, into: &parts)
        case .offset: return TimeReader.readOffset(block, range, into: &parts)
        case .epoch: return TimeReader.readEpoch(.seconds, block, range, into: &parts)
        case .zoneName:
            let end = TimePattern.end(block, range) { $0.isLetter || $0 == plus || $0 == minus || $0.isDigit }
            let name = block[start..<end].bytes
            if ["UTC", "GMT", "Z"].contains(where: { name == Array($0.utf8) }) { parts.offset = parts.offset ?? 0 }
            return end > start ? end : nil
        case .letters:
            let end = TimePattern.end(block, range) { $0.isLetter }
            return end > start ? end : nil
        case .digits:
            let end = TimePattern.end(block, range) { $0.isDigit }
            return end > start ? end : nil
        }
    }
}

extension TimePattern.Part {
    /// Whether the value is in its range.
    fileprivate func take(_ value: Int, _ parts: inout TimeParts) -> Bool {
        guard range.contains(value) else { return false }
        let small = Int8(truncatingIfNeeded: value)
        switch self {
        case .year: parts.year = Int16(truncatingIfNeeded: value)
        // As strptime has it: 69-99 are of the last century.
        case .yearOfCentury: parts.year = parts.year ?? (Int16(small) + (value < 69 ? 2000 : 1900))
        case .month: parts.month = small
        case .day: parts.day = small
        case .hour: parts.hour = small
        case .hourOfTwelve: parts.hourOfTwelve = small
        case .minute: parts.minute = small
        case .second: parts.second = small
        }
        return true
    }

    private var range: ClosedRange<Int> {
        switch self {
        case .year: TimeParts.years
        case .yearOfCentury: 0...99
        case .month: 1...12
        case .day: 1...31
        case .hour: 0...23
        case .hourOfTwelve: 1...12
        case .minute, .second: 0...59
        }
    }
}

extension TimePattern {
    fileprivate static func readMonth(
        _ block: ByteView, _ range: Range<Int>, isFull: Bool, into parts: inout TimeParts
    ) -> Int? {
        let start = range.lowerBound
        guard range.count >= 3,
            let month = TimestampReader.month(block[start], block[start + 1], block[start + 2])
        else { return nil }
        parts.month = Int8(truncatingIfNeeded: month)
        guard isFull else { return start + 3 }
        let name = Array(fullMonthNames[month - 1].utf8)
        guard range.count >= name.count, block[start..<(start + name.count)].bytes == name else { return nil }
        return start + name.count
    }

    private static let fullMonthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    fileprivate static func readHalfDay(_ block: ByteView, _ range: Range<Int>, into parts: inout TimeParts) -> Int? {
        let start = range.lowerBound
        guard range.count >= 2, block[start + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
        switch block[start] | 0x20 {
        case UInt8(ascii: "a"): parts.isAfternoon = false
        case UInt8(ascii: "p"): parts.isAfternoon = true
        default: return nil
        }
        return start + 2
    }

    fileprivate static func end(_ block: ByteView, _ range: Range<Int>, of belongs: (UInt8) -> Bool) -> Int {
        range.first { !belongs(block[$0]) } ?? range.upperBound
    }
}
