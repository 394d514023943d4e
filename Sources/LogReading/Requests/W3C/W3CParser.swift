/// Reads logs in the W3C's extended format, as IIS and CloudFront write them.
///
/// The last `#Fields:` line before a line says what its cells are, and how many it has; before the first one no line
/// fits. Cells stand between single tabs where a line has any, else between single spaces; of a line with too many cells
/// those between quotes may hold separators. Other lines that begin with `#` are directives.
public struct W3CParser: LineParsing {
    private var assembly: RequestAssembly
    /// The last `#Fields:` line, if it has all that is needed.
    private var fields: W3CFields?
    private var finder = CellFinder(count: 0)
    /// The last `#Date:`, in seconds since 1970 UTC.
    private var date: Int64?

    public init(_ layout: W3CLayout) {
        assembly = RequestAssembly(clock: layout.clock, session: layout.session)
    }

    public mutating func beginBlock() { assembly.beginBlock() }

    public func isDirective(_ block: ByteView, _ line: Range<Int>) -> Bool { block[line.lowerBound] == numberSign }

    public mutating func parse(_ block: ByteView, _ line: Range<Int>) -> LoggedRequest? {
        if block[line.lowerBound] == numberSign {
            readDirective(block[line])
            return nil
        }
        guard let fields else { return nil }
        let isTabbed = block.firstIndex(of: tab, line) != nil
        guard findCells(fields, block, line, separator: isTabbed ? tab : space) else { return nil }
        assembly.beginLine()
        let writer: W3CText = isTabbed || fields.isPercentEncoded ? .percentEncoded : .spacesAsPlus
        for column in fields.columns { note(content(of: finder.cells[column.index], block), column.meaning, writer) }
        switch fields.clock {
        case .universal: assembly.noteClock(midnight: nil, offset: 0)
        case .universalBehindDate: assembly.noteClock(midnight: dayBehindDate, offset: 0)
        case .whole, .local, nil: break
        }
        return assembly.request()
    }

    private func findCells(_ fields: W3CFields, _ block: ByteView, _ line: Range<Int>, separator: UInt8) -> Bool {
        let count = finder.find(in: block, line, separator: separator)
        if count == fields.count { return true }
        return count > fields.count && finder.findQuoted(in: block, line, separator: separator) == fields.count
    }

    /// What a cell holds: of one between quotes what stands between them, `""` made one.
    private func content(of cell: Range<Int>, _ block: ByteView) -> ByteView {
        guard cell.count > 1, block[cell.lowerBound] == QuotedField.quote,
            block[cell.upperBound - 1] == QuotedField.quote
        else { return block[cell] }
        let text = block[(cell.lowerBound + 1)..<(cell.upperBound - 1)]
        if text.firstIndex(of: QuotedField.quote) == nil { return text }
        return assembly.hold(atMost: text.count) { place in
            var end = 0
            var index = 0
            while index < text.count {
                place[end] = text[index]
                end += 1
                let isPair =
                    text[index] == QuotedField.quote && index + 1 < text.count && text[index + 1] == QuotedField.quote
                index += isPair ? 2 : 1
            }
            return end
        }
    }

    private mutating func note(_ cell: ByteView, _ meaning: W3CFields.Meaning, _ writer: W3CText) {
        switch meaning {
        case .field(let field): assembly.note(cell, as: field)
        case .text(let field): assembly.note(writer.text(cell, in: assembly), as: field)
        case .stem:
            switch writer {
            case .spacesAsPlus: assembly.note(writer.text(cell, in: assembly), as: .decodedPath)
            case .percentEncoded: assembly.note(W3CText.undoingDoubleEscapes(cell, in: assembly), as: .path)
            }
        case .query:
            assembly.note(
                writer == .percentEncoded ? W3CText.undoingDoubleEscapes(cell, in: assembly) : cell, as: .query)
        }
    }
}

// Directives.
extension W3CParser {
    private mutating func readDirective(_ line: ByteView) {
        if let fields = W3CFields(line) {
            self.fields = fields.isComplete ? fields : nil
            finder = CellFinder(count: fields.count)
        } else if let date = W3CParser.date(line) {
            self.date = date
        }
    }

    private static let datePrefix = Array("#date:".utf8)

    /// `#Date: 2026-03-01 21:25:24`, in UTC; nil for anything else.
    private static func date(_ line: ByteView) -> Int64? {
        let bytes = line.bytes
        guard bytes.prefix(datePrefix.count).map({ $0 | 0x20 }).elementsEqual(datePrefix.map { $0 | 0x20 }) else {
            return nil
        }
        let text = Array(bytes.dropFirst(datePrefix.count).drop { $0 == space || $0 == tab })
        return text.withByteView { text in
            var times = TimeReader(clock: .utc)
            var parts = TimeParts()
            guard times.read(.iso8601, text, 0..<text.count, into: &parts) != nil else { return nil }
            return times.instant(of: parts).map(Int64.init)
        }
    }

    /// The midnight before the time of the line, which has no date.
    ///
    /// A log goes on from its `#Date:`, past midnight too: a time of day that is earlier is of the next day. Requests that
    /// were on their way then are a little earlier, and of the same day.
    private var dayBehindDate: Int64? {
        guard let date, let timeOfDay = assembly.timeOfDay else { return nil }
        let midnight = date - date % secondsOfDay
        return timeOfDay + W3CParser.secondsOnTheWay < date - midnight ? midnight + secondsOfDay : midnight
    }

    private static let secondsOnTheWay: Int64 = 3600
}

private let secondsOfDay: Int64 = 86_400
private let numberSign = UInt8(ascii: "#")
private let tab = UInt8(ascii: "\t")
