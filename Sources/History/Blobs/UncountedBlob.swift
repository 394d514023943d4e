import LogReading
import ViewCounting

/// Lines of one source and day that ask for an article and are no clicks, by page and verdict.
///
/// Format 2: the number of verdicts, by outcome and bytes of the rule; of each the outcome's code and the rule, a text. The lines
/// that are not told apart. The number of entries; of each, in the order of pages and verdicts, by how much the page's number
/// is more than the one before it (the first: its number), the verdict's place, and the lines. Format 1 had robots alone.
enum UncountedBlob {
    static let format: UInt8 = 2

    /// - Parameter numbers: By number of a page in the lines, its number in the page table beside them.
    static func encode(_ lines: [UncountedLines], untold: Int, numbers: [UInt32]) -> BlobWriter {
        var writer = BlobWriter(format: format)
        // Numbered as they come, so that each line's verdict is looked up once; then put in order.
        var numbersOfVerdicts: [LineVerdict: Int] = [:]
        let verdictOfLine = lines.map { line in
            let new = numbersOfVerdicts.count
            return numbersOfVerdicts.number(of: line.verdict, orNew: new)
        }
        let verdicts = numbersOfVerdicts.sorted {
            ($0.key.outcome.rawValue, $0.key.rule) < ($1.key.outcome.rawValue, $1.key.rule)
        }
        var places = Array(repeating: 0, count: verdicts.count)
        for (place, verdict) in verdicts.enumerated() { places[verdict.value] = place }
        writer.append(count: verdicts.count)
        for verdict in verdicts.map(\.key) {
            writer.append(varint: UInt64(verdict.outcome.rawValue))
            writer.append(text: verdict.rule.bytes)
        }
        let entries = zip(lines, verdictOfLine).map { line, verdict in
            (page: numbers[Int(line.page)], verdict: places[verdict], lines: line.lines)
        }
        writer.append(count: untold)
        writer.append(count: entries.count)
        var previous: UInt32 = 0
        for entry in entries.sorted(by: { ($0.page, $0.verdict) < ($1.page, $1.verdict) }) {
            writer.append(varint: UInt64(entry.page - previous))
            writer.append(count: entry.verdict)
            writer.append(count: entry.lines)
            previous = entry.page
        }
        return writer
    }

    /// - Parameter pages: How many pages the page table has.
    static func decode(
        _ bytes: UnsafeRawBufferPointer, pages: Int
    ) throws(DamagedBlob) -> (lines: [UncountedLines], untold: Int) {
        var reader = try BlobReader(bytes, format: format)
        var verdicts: [LineVerdict] = []
        for _ in 0..<(try reader.count(bytesEach: 2)) {
            let code = try reader.varint()
            guard let outcome = Int(exactly: code).flatMap({ Outcome(rawValue: $0) }),
                LineVerdict.outcomes.contains(outcome)
            else { throw DamagedBlob(reason: "has a verdict of an unknown outcome, \(code)") }
            verdicts.append(LineVerdict(outcome, rule: ByteString(try reader.text())))
        }
        let untold = try reader.quantity()
        let count = try reader.count(bytesEach: 3)
        var lines: [UncountedLines] = []
        lines.reserveCapacity(count)
        var page: UInt64 = 0
        var place = -1
        for index in 0..<count {
            let step = try reader.uint32()
            page += UInt64(step)
            guard page < UInt64(pages) else { throw DamagedBlob(reason: "has lines of page \(page) of \(pages)") }
            let verdict = try reader.quantity()
            guard verdict < verdicts.count else { throw DamagedBlob(reason: "has a verdict that is not told") }
            guard index == 0 || step > 0 || verdict > place else { throw DamagedBlob(reason: "has a page twice") }
            place = verdict
            lines.append(
                UncountedLines(page: UInt32(page), verdict: verdicts[verdict], lines: try reader.quantity()))
        }
        try reader.expectEnd()
        return (lines, untold)
    }
}

extension [LineVerdict: Int] {
    fileprivate mutating func number(of verdict: LineVerdict, orNew new: Int) -> Int {
        if let known = self[verdict] { return known }
        self[verdict] = new
        return new
    }
}
