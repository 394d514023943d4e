/// Reads the logs of Amazon's load balancers and of S3.
///
/// A cell ends at the next space; one that begins with a quote, or in S3's logs with `[`, ends where that closes, with a
/// space or the end behind it. S3 escapes no quotes: its agent, the last cell in quotes, ends at the last quote of the line. What follows the last cell that is read is ignored.
public struct AmazonLogParser: LineParsing {
    private let log: AmazonLog
    private let columns: [AmazonLog.Column]
    private var assembly = RequestAssembly()

    public init(_ log: AmazonLog) {
        self.log = log
        columns = log.columns
    }

    public mutating func beginBlock() { assembly.beginBlock() }

    public func isDirective(_ block: ByteView, _ line: Range<Int>) -> Bool { false }

    public mutating func parse(_ block: ByteView, _ line: Range<Int>) -> LoggedRequest? {
        assembly.beginLine()
        var index = line.lowerBound
        // A Classic Load Balancer's line begins with its time.
        var cell = log == .balancer && block[index].isDigit ? 1 : 0
        var operation: ByteView?
        columns: for column in columns {
            while true {
                guard index < line.upperBound, let content = content(of: cell, block, index..<line.upperBound) else {
                    break columns
                }
                index = content.end + 1
                cell += 1
                if cell > column.index {
                    note(block[content.range], column.meaning, operation: &operation)
                    break
                }
            }
        }
        return cell < log.leastCells ? nil : assembly.request()
    }

    /// What the cell of a number holds that begins where the range does, and the place behind it; nil where it does not
    /// close.
    @inline(__always)
    private func content(of cell: Int, _ block: ByteView, _ line: Range<Int>) -> (range: Range<Int>, end: Int)? {
        if log == .bucket, cell == AmazonLog.bucketAgent { return lastQuotedCell(block, line) }
        return nextCell(block, line)
    }

    /// What a cell holds that begins where the range does, and the place behind the cell; nil where it does not close.
    @inline(__always)
    private func nextCell(_ block: ByteView, _ line: Range<Int>) -> (range: Range<Int>, end: Int)? {
        let first = block[line.lowerBound]
        if first == QuotedField.quote { return closedCell(block, line, by: QuotedField.quote) }
        if log == .bucket, first == UInt8(ascii: "[") { return closedCell(block, line, by: UInt8(ascii: "]")) }
        let end = block.firstIndex(of: space, line) ?? line.upperBound
        return (line.lowerBound..<end, end)
    }

    /// A cell in quotes behind which no quote comes: S3 does not escape those in an agent. Else the next cell.
    private func lastQuotedCell(_ block: ByteView, _ line: Range<Int>) -> (range: Range<Int>, end: Int)? {
        guard block[line.lowerBound] == QuotedField.quote else { return nextCell(block, line) }
        var last = line.upperBound - 1
        while block[last] != QuotedField.quote { last -= 1 }
        guard last > line.lowerBound, last + 1 == line.upperBound || block[last + 1] == space else { return nil }
        return ((line.lowerBound + 1)..<last, last + 1)
    }

    /// A quote within a cell is one that has no space behind it.
    private func closedCell(
        _ block: ByteView, _ line: Range<Int>, by closing: UInt8
    ) -> (range: Range<Int>, end: Int)? {
        let start = line.lowerBound + 1
        var index = start
        while let found = block.firstIndex(of: closing, index..<line.upperBound) {
            let isLast = found + 1 == line.upperBound || block[found + 1] == space
            if isLast, log == .bucket || !QuotedField.isEscaped(block, found, from: start) {
                return (start..<found, found + 1)
            }
            index = found + 1
        }
        return nil
    }

    private mutating func note(
        _ cell: ByteView, _ meaning: AmazonLog.Column.Meaning, operation: inout ByteView?
    ) {
        switch meaning {
        case .field(.status) where cell.isMissing: assembly.noteMissingStatus()
        case .field(let field): assembly.note(cell, as: field)
        case .clientAndPort: assembly.note(cell.withoutPort, as: .client)
        case .agent: assembly.noteAgent(cell, isQuoted: log == .balancer)
        case .operation: operation = cell
        case .request: noteRequest(cell, operation: operation)
        }
    }

    private mutating func noteRequest(_ cell: ByteView, operation: ByteView?) {
        guard case .get(let target, _) = RequestLine.parts(cell) else { return assembly.note(cell, as: .request) }
        if let operation, !operation.namesObject {
            // A question about a bucket, such as for its policy, is asked by GET too.
            return assembly.noteOther(method: operation, target: target)
        }
        assembly.note(RequestLine.get(target))
        if let host = target.authority { assembly.note(host, as: .host) }
    }
}

extension ByteView {
    /// Whether an operation of S3 gives an object: `REST.GET.OBJECT`, `WEBSITE.GET.OBJECT`.
    fileprivate var namesObject: Bool {
        let ending = Array(".GET.OBJECT".utf8)
        guard count >= ending.count else { return false }
        return ending.indices.allSatisfy { self[count - ending.count + $0] == ending[$0] }
    }

    /// The host and port of a target that is a whole URL; nil for any other.
    fileprivate var authority: ByteView? {
        guard let colonPlace = firstIndex(of: colon), colonPlace + 2 < count,
            self[colonPlace + 1] == slash, self[colonPlace + 2] == slash
        else { return nil }
        let start = colonPlace + 3
        var end = start
        while end < count, self[end] != slash, self[end] != UInt8(ascii: "?"), self[end] != UInt8(ascii: "#") {
            end += 1
        }
        return self[start..<end]
    }
}
