/// Finds the cells of a line: what stands between single separators.
final class CellFinder {
    /// The cells of the line that was looked at last.
    let cells: UnsafeMutableBufferPointer<Range<Int>>

    /// - Parameter count: How many cells a line has.
    init(count: Int) {
        cells = .allocate(capacity: count)
        cells.initialize(repeating: 0..<0)
    }

    deinit { cells.deallocate() }

    /// - Returns: How many cells the line has, of which no more than there is room for are kept.
    func find(in block: ByteView, _ line: Range<Int>, separator: UInt8) -> Int {
        var count = 0
        var start = line.lowerBound
        var index = start
        while index < line.upperBound {
            var found = exactBytes(of: block.partialWord(at: index), equalTo: separator)
            while found != 0 {
                let place = index + found.trailingZeroBitCount / 8
                if place >= line.upperBound { break }
                note(start..<place, at: &count)
                start = place + 1
                found &= found &- 1
            }
            index += 8
        }
        note(start..<line.upperBound, at: &count)
        return count
    }

    /// The same where a cell between quotes may hold separators, as the draft of the W3C has it: `""` within it is one.
    func findQuoted(in block: ByteView, _ line: Range<Int>, separator: UInt8) -> Int {
        var count = 0
        var start = line.lowerBound
        while true {
            let end =
                quotedEnd(block, start..<line.upperBound, separator)
                ?? block.firstIndex(of: separator, start..<line.upperBound) ?? line.upperBound
            note(start..<end, at: &count)
            guard end < line.upperBound else { return count }
            start = end + 1
        }
    }

    /// The place behind the quote that closes a cell, with a separator or the end behind it; nil where none does.
    private func quotedEnd(_ block: ByteView, _ range: Range<Int>, _ separator: UInt8) -> Int? {
        guard range.count > 1, block[range.lowerBound] == QuotedField.quote else { return nil }
        var index = range.lowerBound + 1
        while let quote = block.firstIndex(of: QuotedField.quote, index..<range.upperBound) {
            let behind = quote + 1
            if behind == range.upperBound || block[behind] == separator { return behind }
            index = block[behind] == QuotedField.quote ? behind + 1 : behind
        }
        return nil
    }

    @inline(__always)
    private func note(_ cell: Range<Int>, at count: inout Int) {
        if count < cells.count { cells[count] = cell }
        count += 1
    }
}
