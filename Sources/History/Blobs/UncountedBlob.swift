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
        let verdicts = VerdictPlaces(of: lines)
        writer.append(count: verdicts.ordered.count)
        for verdict in verdicts.ordered {
            writer.append(varint: UInt64(verdict.outcome.rawValue))
            writer.append(text: verdict.rule.bytes)
        }
        writer.append(count: untold)
        writer.append(count: lines.count)
        var previous: UInt32 = 0
        for entry in Entry.sorted(lines, verdicts: verdicts.ofLines, numbers: numbers) {
            writer.append(varint: UInt64(entry.page - previous))
            writer.append(varint: UInt64(entry.verdict))
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

/// Lines of a page and a verdict, as they are written.
private struct Entry {
    var page: UInt32
    var verdict: UInt32
    var lines: Int

    /// In the order of pages and verdicts.
    static func sorted(_ lines: [UncountedLines], verdicts: [UInt32], numbers: [UInt32]) -> [Entry] {
        let pages = lines.indices.map { numbers[Int(lines[$0].page)] }
        let counted = CountingOrder(pages)
        var entries = counted.indices.map { index in
            Entry(page: pages[Int(index)], verdict: verdicts[Int(index)], lines: lines[Int(index)].lines)
        }
        for own in counted.runs where own.count > 1 { entries[own].sort { $0.verdict < $1.verdict } }
        return entries
    }
}
