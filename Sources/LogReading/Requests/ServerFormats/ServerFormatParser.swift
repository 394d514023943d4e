/// Reads lines as a server's format string says that they are written.
///
/// A line has the string's texts, and between them its values. A value is as short as it can be so that all the rest fits. What a
/// server escapes is never in a value as it is, so no value holds a bare quote, and one before a quote ends at it. A text's
/// white space at the very end may be missing: it has been taken off the line.
public struct ServerFormatParser: LineParsing {
    private let format: ServerFormat
    private var assembly: RequestAssembly
    /// Where the value of each step was found in the line.
    private var found: [Range<Int>]
    /// The request, where it needed no second look.
    private var plainRequest: LoggedRequest.Request?
    /// The steps whose values are read.
    private let readSteps: [Int]

    public init(_ format: ServerFormat) {
        self.format = format
        assembly = RequestAssembly(clock: format.clock)
        found = Array(repeating: 0..<0, count: format.steps.count)
        readSteps = format.steps.indices.filter { index in
            if case .time = format.steps[index].kind { return false }
            return format.steps[index].field != nil
        }
    }

    public mutating func beginBlock() { assembly.beginBlock() }

    public func isDirective(_ block: ByteView, _ line: Range<Int>) -> Bool { false }

    public mutating func parse(_ block: ByteView, _ line: Range<Int>) -> LoggedRequest? {
        assembly.beginLine()
        plainRequest = nil
        guard match(block, line) else { return nil }
        for index in readSteps { note(block, format.steps[index], found[index]) }
        return assembly.request()
    }

    /// Finds the values.
    ///
    /// Only values that end at a text can be longer than they were taken at first, and only the last one before the place that
    /// did not fit has to be: where a later one had all ends behind a place to choose from, an earlier one that is longer
    /// leaves it fewer.
    private mutating func match(_ block: ByteView, _ line: Range<Int>) -> Bool {
        let end = line.upperBound
        var index = line.lowerBound
        var step = 0
        var last: (step: Int, start: Int, end: Int)?
        var searchFrom = index
        while step < format.steps.count || index < end {
            if step < format.steps.count,
                let next = advance(format.steps[step], block, index, searchFrom: searchFrom, end)
            {
                if case .toText = format.steps[step].kind { last = (step, index, next) }
                found[step] = index..<next
                index = next
                step += 1
                searchFrom = index
                continue
            }
            // What does not come behind this place comes behind no later one.
            if step < format.steps.count, format.steps[step].needsWhatFollows { return false }
            guard let again = last, again.end < end else { return false }
            (step, index, searchFrom) = (again.step, again.start, again.end + 1)
            last = nil
            assembly.forgetTime()
            readTimesAgain(block, before: step)
        }
        return true
    }

    /// The place behind a step's part of the line; nil where it does not fit.
    @inline(__always)
    private mutating func advance(
        _ step: ServerFormat.Step, _ block: ByteView, _ index: Int, searchFrom: Int, _ end: Int
    ) -> Int? {
        switch step.kind {
        case .text: return endOfText(step.text, block, index, end)
        case .toText: return findText(step, block, index, searchFrom: searchFrom, end)
        case .toQuote:
            if step.field == .request {
                plainRequest = nil
                if let (request, requestEnd) = RequestLine.plainGet(block, index..<end) {
                    plainRequest = request
                    return requestEnd
                }
            }
            return QuotedField.closingQuote(block, index..<end)
        case .status:
            guard index + 3 <= end, decimal(block, at: index, digits: 3) != nil else { return nil }
            return index + 3
        case .number:
            if index < end, block[index] == minus { return index + 1 }
            var numberEnd = index
            while numberEnd < end, block[numberEnd].isDecimalDigit || block[numberEnd] == UInt8(ascii: ".") {
                numberEnd += 1
            }
            return numberEnd
        case .time(let form):
            if step.field != nil { return assembly.readTime(format.forms[form], block, index..<end) }
            return assembly.skipTime(format.forms[form], block, index..<end)
        case .toSlash:
            guard let found = block.firstIndex(of: slash, index..<end) else { return nil }
            return format.escaping == .none || !hasBareQuote(block, index..<found) ? found : nil
        case .toEnd: return end
        }
    }

    private mutating func readTimesAgain(_ block: ByteView, before step: Int) {
        for earlier in 0..<step where format.steps[earlier].field != nil {
            guard case .time(let form) = format.steps[earlier].kind else { continue }
            _ = assembly.readTime(format.forms[form], block, found[earlier])
        }
    }
}

// Texts.
extension ServerFormatParser {
    /// The place behind a text that stands at `start`; nil where it does not.
    @inline(__always)
    private func endOfText(_ text: Range<Int>, _ block: ByteView, _ start: Int, _ end: Int) -> Int? {
        var index = start
        for place in text {
            let byte = format.texts[place]
            guard index < end else {
                // White space at the line's end has been taken off.
                return format.texts[place..<text.upperBound].allSatisfy(\.isConfigurationSpace) ? end : nil
            }
            guard block[index] == byte else { return nil }
            index += 1
        }
        return index
    }

    /// The first place at or behind `searchFrom` where the text stands, with no bare quote between `start` and it.
    @inline(__always)
    private func findText(
        _ step: ServerFormat.Step, _ block: ByteView, _ start: Int, searchFrom: Int, _ end: Int
    ) -> Int? {
        let text = step.text
        let first = format.texts[text.lowerBound]
        let stopsAtQuotes = format.escaping != .none
        var index = searchFrom
        while index < end {
            let word = block.partialWord(at: index)
            var stops = bytes(of: word, equalTo: first)
            if stopsAtQuotes { stops |= bytes(of: word, equalTo: QuotedField.quote) }
            guard stops != 0 else {
                index += 8
                continue
            }
            index += stops.trailingZeroBitCount / 8
            guard index < end else { break }
            if block[index] == first, endOfText(text, block, index, end) != nil,
                !step.isList || !isInList(block, index, from: start, end)
            {
                return index
            }
            if stopsAtQuotes, block[index] == QuotedField.quote, !isEscaped(block, index, from: start) { return nil }
            index += 1
        }
        return endOfText(text, block, end, end)
    }

    /// Whether the place is a space between the values of a list: behind a comma, or beside a colon alone.
    private func isInList(_ block: ByteView, _ index: Int, from start: Int, _ end: Int) -> Bool {
        guard block[index] == space else { return false }
        if index > start, block[index - 1] == UInt8(ascii: ",") { return true }
        if index > start + 1, block[index - 1] == colon, block[index - 2] == space { return true }
        return index + 2 < end && block[index + 1] == colon && block[index + 2] == space
    }

    private func hasBareQuote(_ block: ByteView, _ range: Range<Int>) -> Bool {
        QuotedField.closingQuote(block, range) != nil
    }

    /// Whether an odd number of backslashes stands before the place.
    private func isEscaped(_ block: ByteView, _ index: Int, from start: Int) -> Bool {
        var backslashes = 0
        while index - backslashes > start, block[index - backslashes - 1] == QuotedField.backslash { backslashes += 1 }
        return backslashes % 2 == 1
    }
}

// Values.
extension ServerFormatParser {
    @inline(__always)
    private mutating func note(_ block: ByteView, _ step: ServerFormat.Step, _ range: Range<Int>) {
        guard let field = step.field else { return }
        let value = block[range]
        switch field {
        case .request:
            if let plainRequest { return assembly.note(plainRequest) }
            assembly.note(undoingEscapes(value), as: .request)
        case .agent where format.escaping == .backslash: assembly.noteAgent(value, isQuoted: true)
        case .decodedTarget where step.mayEndInMissingQuery:
            assembly.note(withoutMissingQuery(undoingEscapes(value)), as: .decodedTarget)
        default: assembly.note(undoingEscapes(value), as: field)
        }
    }

    @inline(__always)
    private func undoingEscapes(_ value: ByteView) -> ByteView {
        if format.escaping == .none || value.firstIndex(of: QuotedField.backslash) == nil { return value }
        return assembly.hold(
            format.escaping == .json ? JSONString.unescaped(value) : QuotedField.unescaped(value))
    }

    /// `$uri$is_args$args` is the path and a `-` where no query was sent.
    private func withoutMissingQuery(_ target: ByteView) -> ByteView {
        guard target.count > 1, target[target.count - 1] == minus, target.firstIndex(of: UInt8(ascii: "?")) == nil
        else { return target }
        return target[0..<(target.count - 1)]
    }
}
