/// Reads logs of which each line is a JSON object.
///
/// What is no JSON object is malformed, and so is a line that lacks what counting needs (`RequestAssembly`). `null` is
/// absent. Of several keys for one field the first that holds something counts; an array holds its strings, joined as the
/// lines of one header are: by `, `, or those of Cookie by `; `.
public struct JSONLineParser: LineParsing {
    private let layout: JSONLayout
    private var walk: JSONWalk
    private var assembly: RequestAssembly

    public init(_ layout: JSONLayout) {
        self.layout = layout
        walk = JSONWalk(layout.tree)
        assembly = RequestAssembly(clock: layout.clock, session: layout.session)
    }

    public mutating func beginBlock() { assembly.beginBlock() }

    public mutating func parse(_ block: ByteView, _ line: Range<Int>) -> LoggedRequest? {
        let text = block[line]
        guard walk.walk(text) else { return nil }
        assembly.beginLine()
        var noted: UInt32 = 0
        for (slot, source) in layout.sources.enumerated() {
            guard let value = bytes(of: walk.values[slot], in: text, joint: source.meaning.joint) else { continue }
            if noted & source.fieldBit != 0 { continue }
            guard note(value, source.meaning) else { return nil }
            if !value.isMissing { noted |= source.fieldBit }
        }
        return assembly.request()
    }

    public func isDirective(_ block: ByteView, _ line: Range<Int>) -> Bool { false }

    /// - Returns: False for a time that is none.
    private mutating func note(_ value: ByteView, _ meaning: JSONLayout.Meaning) -> Bool {
        switch meaning {
        case .field(let field): assembly.note(value, as: field)
        case .clientAndPort: assembly.note(value.withoutPort, as: .client)
        case .time:
            guard let form = JSONLineParser.form(ofTime: value) else { return value.isMissing }
            assembly.note(value, as: .time(form))
        }
        return true
    }

    /// The bytes that a value stands for; nil for one that is absent.
    private func bytes(of value: JSONWalk.Value, in text: ByteView, joint: StaticString) -> ByteView? {
        switch value {
        case .absent: nil
        case .bare(let range), .string(let range, isEscaped: false): text[range]
        case .string(let range, isEscaped: true): assembly.hold(JSONString.unescaped(text[range]))
        case .array(let range): joined(text[range], by: joint)
        }
    }

    /// The strings of an array that has been walked over; nil where it has none.
    private func joined(_ array: ByteView, by joint: StaticString) -> ByteView? {
        // Nearly always one string, and nothing to copy.
        var only: ByteView?
        var bytes: [UInt8] = []
        var index = 1
        var depth = 0
        while index < array.count {
            switch array[index] {
            case QuotedField.quote:
                guard let string = JSONString.end(in: array, from: index + 1) else { return nil }
                if depth == 0 {
                    let content = array[(index + 1)..<string.end]
                    let text = string.isEscaped ? assembly.hold(JSONString.unescaped(content)) : content
                    if let first = only {
                        if bytes.isEmpty { bytes = first.bytes }
                        bytes +=
                            UnsafeBufferPointer(start: joint.utf8Start, count: joint.utf8CodeUnitCount) + text.bytes
                    } else {
                        only = text
                    }
                }
                index = string.end
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
            index += 1
        }
        return bytes.isEmpty ? only : assembly.hold(bytes)
    }

    /// The form of a time that begins so; nil where it is of none.
    ///
    /// Of a number its size tells the unit: seconds up to 10 digits before the point, then three more for each finer one.
    static func form(ofTime text: ByteView) -> TimeForm? {
        var digits = 0
        while digits < text.count, text[digits].isDigit { digits += 1 }
        if digits == text.count || text[digits] == UInt8(ascii: ".") {
            return switch digits {
            case 1...10: .epoch(.seconds)
            case 11...13: .epoch(.milliseconds)
            case 14...16: .epoch(.microseconds)
            case 17...19: .epoch(.nanoseconds)
            default: nil
            }
        }
        switch (digits, text[digits]) {
        case (4, minus): return .iso8601
        case (2, slash): return .commonLog
        default: return nil
        }
    }
}

extension JSONLayout.Meaning {
    /// What stands between the lines of a header where they are made one (RFC 9110, section 5.3; RFC 9113, section 8.2.3).
    fileprivate var joint: StaticString {
        if case .field(.cookies) = self { return "; " }
        return ", "
    }
}
