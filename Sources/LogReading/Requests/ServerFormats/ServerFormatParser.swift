/// Reads lines as a server's format string says that they are written.
///
/// A line has the string's texts, and between them its values. A value is as short as it can be so that all the rest fits. What a
/// server escapes is never in a value as it is, so no value holds a bare quote, and one before a quote ends at it. A text's
/// white space at the very end may be missing: it has been taken off the line.
public struct ServerFormatParser: LineParsing {
    private let program: LineProgram
    private let escaping: FormatString.Escaping
    private var assembly: RequestAssembly
    /// The request, where it needed no second look.
    private var plainRequest: LoggedRequest.Request?

    public init(_ format: ServerFormat) {
        program = LineProgram(format)
        escaping = format.escaping
        assembly = RequestAssembly(clock: format.clock, session: format.session)
    }

    public mutating func beginBlock() { assembly.beginBlock() }

    public func isDirective(_ block: ByteView, _ line: Range<Int>) -> Bool { false }

    public mutating func parse(_ block: ByteView, _ line: Range<Int>) -> LoggedRequest? {
        assembly.beginLine()
        plainRequest = nil
        guard match(block, line) else { return nil }
        for index in program.noted { note(block, program.steps[index], program.found[index]) }
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
        while step < program.steps.count || index < end {
            if step < program.steps.count,
                let next = advance(program.steps[step], block, index, searchFrom: searchFrom, end)
            {
                if case .toText = program.steps[step].kind { last = (step, index, next) }
                program.found[step] = index..<next
                index = next
                step += 1
                searchFrom = index
                continue
            }
            // What does not come behind this place comes behind no later one.
            if step < program.steps.count, program.steps[step].kind.needsWhatFollows { return false }
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
        _ step: LineProgram.Step, _ block: ByteView, _ index: Int, searchFrom: Int, _ end: Int
    ) -> Int? {
        switch step.kind {
        case .text: return endOfText(step, block, index, end)
        case .toText: return findText(step, block, index, searchFrom: searchFrom, end)
        case .toQuote:
            if step.slot == .request {
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
            while numberEnd < end, block[numberEnd].isDigit || block[numberEnd] == UInt8(ascii: ".") {
                numberEnd += 1
            }
            return numberEnd
        case .time(let form):
            if step.slot != .none { return assembly.readTime(program.forms[form], block, index..<end) }
            return assembly.skipTime(program.forms[form], block, index..<end)
        case .toSlash:
            guard let found = block.firstIndex(of: slash, index..<end) else { return nil }
            return escaping == .none || !hasBareQuote(block, index..<found) ? found : nil
        case .toEnd: return end
        }
    }

    private mutating func readTimesAgain(_ block: ByteView, before step: Int) {
        for earlier in 0..<step where program.steps[earlier].slot != .none {
            guard case .time(let form) = program.steps[earlier].kind else { continue }
            _ = assembly.readTime(program.forms[form], block, program.found[earlier])
        }
    }
}

// Texts.
extension ServerFormatParser {
    /// The place behind a text that stands at `start`; nil where it does not.
    @inline(__always)
    private func endOfText(_ step: LineProgram.Step, _ block: ByteView, _ start: Int, _ end: Int) -> Int? {
        let textEnd = start + step.text.count
        guard textEnd <= end else { return endOfCutText(step, block, start, end) }
        guard block.partialWord(at: start) & step.mask == step.word else { return nil }
        if step.text.count > 8 {
            for place in 8..<step.text.count where block[start + place] != program.texts[step.text.lowerBound + place] {
                return nil
            }
        }
        return textEnd
    }

    /// White space at the line's end has been taken off.
    private func endOfCutText(_ step: LineProgram.Step, _ block: ByteView, _ start: Int, _ end: Int) -> Int? {
        for (place, byte) in program.texts[step.text].enumerated() {
            guard start + place < end ? block[start + place] == byte : byte.isConfigurationSpace else { return nil }
        }
        return end
    }

    /// The first place at or behind `searchFrom` where the text stands, with no bare quote between `start` and it.
    @inline(__always)
    private func findText(
        _ step: LineProgram.Step, _ block: ByteView, _ start: Int, searchFrom: Int, _ end: Int
    ) -> Int? {
        let first = UInt8(truncatingIfNeeded: step.word)
        let stopsAtQuotes = escaping != .none
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
            if block[index] == first, endOfText(step, block, index, end) != nil,
                !step.isList || !isInList(block, index, from: start, end)
            {
                return index
            }
            if stopsAtQuotes, block[index] == QuotedField.quote, !QuotedField.isEscaped(block, index, from: start) {
                return nil
            }
            index += 1
        }
        return endOfText(step, block, end, end)
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
}

// Values.
extension ServerFormatParser {
    @inline(__always)
    private mutating func note(_ block: ByteView, _ step: LineProgram.Step, _ range: Range<Int>) {
        let value = block[range]
        switch step.slot {
        case .request:
            if let plainRequest { return assembly.note(plainRequest) }
            assembly.note(undoingEscapes(value), as: .request)
        case .agent:
            if escaping == .backslash { return assembly.noteAgent(value, isQuoted: true) }
            assembly.noteAgent(undoingEscapes(value), isQuoted: false)
        case .decodedTarget:
            let target = undoingEscapes(value)
            assembly.note(step.mayEndInMissingQuery ? withoutMissingQuery(target) : target, as: .decodedTarget)
        case .status: assembly.note(value, as: .status)
        case .client: assembly.note(undoingEscapes(value), as: .client)
        case .proxiedClient: assembly.note(undoingEscapes(value), as: .proxiedClient)
        case .forwarded: assembly.note(undoingEscapes(value), as: .forwarded)
        case .method: assembly.note(undoingEscapes(value), as: .method)
        case .target: assembly.note(undoingEscapes(value), as: .target)
        case .path: assembly.note(undoingEscapes(value), as: .path)
        case .decodedPath: assembly.note(undoingEscapes(value), as: .decodedPath)
        case .query: assembly.note(undoingEscapes(value), as: .query)
        case .host: assembly.note(undoingEscapes(value), as: .host)
        case .session: assembly.note(undoingEscapes(value), as: .session)
        case .cookies: assembly.note(undoingEscapes(value), as: .cookies)
        case .purpose: assembly.note(undoingEscapes(value), as: .purpose)
        case .none, .time: break
        }
    }

    @inline(__always)
    private func undoingEscapes(_ value: ByteView) -> ByteView {
        if escaping == .none || value.firstIndex(of: QuotedField.backslash) == nil { return value }
        return assembly.hold(
            escaping == .json ? JSONString.unescaped(value) : QuotedField.unescaped(value))
    }

    /// `$uri$is_args$args` is the path and a `-` where no query was sent.
    private func withoutMissingQuery(_ target: ByteView) -> ByteView {
        guard target.count > 1, target[target.count - 1] == minus, target.firstIndex(of: UInt8(ascii: "?")) == nil
        else { return target }
        return target[0..<(target.count - 1)]
    }
}
