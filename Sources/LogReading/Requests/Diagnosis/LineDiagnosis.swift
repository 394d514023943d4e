/// Says why a line does not fit: a slow second look at lines that no parser took.
///
/// It follows the formats' grammar as `docs/counting.md` has it, and shares no code with the parsers, which have no time
/// to tell. Of a line that fits, nothing is promised.
public struct LineDiagnosis: Sendable {
    private enum Grammar {
        case standard(hasVirtualHost: Bool)
        case objects
        case ownFields
        case other
    }

    private let grammar: Grammar

    /// - Parameter layout: Nil where no format is known: the common one is taken for granted then.
    public init(_ layout: LogLayout?) {
        grammar =
            switch layout {
            case nil: .standard(hasVirtualHost: false)
            case .standard(let format): .standard(hasVirtualHost: format.hasVirtualHost)
            case .json: .objects
            case .w3c: .ownFields
            case .serverFormat, .amazon: .other
            }
    }

    /// - Parameter line: Without its end and the white space before it; not empty.
    public func misfit(of line: ByteView) -> LineMisfit {
        if LineDiagnosis.isBinary(line) { return .binary }
        switch grammar {
        case .objects:
            if line[0] == UInt8(ascii: "#") { return .comment }
            return LineDiagnosis.seemsObject(line) ? .missingKey : .noObject
        case .standard(let hasVirtualHost):
            return LineDiagnosis.stranger(line) ?? LineDiagnosis.misfit(of: line, hasVirtualHost: hasVirtualHost)
        case .ownFields: return LineDiagnosis.seemsObject(line) ? .json : .unlikeFields
        case .other: return LineDiagnosis.stranger(line) ?? .other
        }
    }

    /// What is plainly a line of something else.
    private static func stranger(_ line: ByteView) -> LineMisfit? {
        if line[0] == UInt8(ascii: "#") { return .comment }
        if seemsObject(line) { return .json }
        return seemsEntry(line) ? .noFields : nil
    }

    private static func seemsObject(_ line: ByteView) -> Bool {
        line[0] == UInt8(ascii: "{") && line[line.count - 1] == UInt8(ascii: "}")
    }

    /// Date and time in front, as `2026-03-01 21:25:24 `, and then cells: in the order of most who write W3C logs.
    private static func seemsEntry(_ line: ByteView) -> Bool {
        let shape = Array("dddd-dd-dd dd:dd:dd ".utf8)
        guard line.count > shape.count else { return false }
        return shape.indices.allSatisfy { index in
            switch shape[index] {
            case UInt8(ascii: "d"): line[index].isDigit
            case space: line[index] == space || line[index] == UInt8(ascii: "\t")
            default: line[index] == shape[index]
            }
        }
    }

    /// Control bytes are in no log that is written as text; bytes from 0x80 on may be.
    private static func isBinary(_ line: ByteView) -> Bool {
        (0..<line.count).contains { line[$0] < space && line[$0] != UInt8(ascii: "\t") }
    }
}

// The common and combined formats.
extension LineDiagnosis {
    private static func misfit(of line: ByteView, hasVirtualHost: Bool) -> LineMisfit {
        var client = 0
        if hasVirtualHost {
            guard let hostEnd = line.firstIndex(of: space), hostEnd > 0 else { return .noHost }
            client = hostEnd + 1
        }
        guard let clientEnd = line.firstIndex(of: space, from: client), clientEnd > client,
            let time = place(of: [space, UInt8(ascii: "[")], in: line, from: clientEnd)
        else { return .noTime }
        var timestamps = TimestampReader()
        let timeEnd = time + 2 + TimestampReader.length
        guard timeEnd < line.count, line[timeEnd] == UInt8(ascii: "]"),
            timestamps.instant(line, at: time + 2) != nil
        else { return .badTime }
        let request = timeEnd + 3
        guard request <= line.count, line[timeEnd + 1] == space, line[timeEnd + 2] == QuotedField.quote else {
            return .noRequest
        }
        guard let requestEnd = QuotedField.closingQuote(line, request..<line.count) else { return .openRequest }
        let status = requestEnd + 2
        guard status + 3 <= line.count, line[requestEnd + 1] == space,
            (status..<(status + 3)).allSatisfy({ line[$0].isDigit }),
            status + 3 == line.count || line[status + 3] == space
        else { return .noStatus }
        guard let bytesEnd = endOfBytes(line, from: status + 4) else { return .noBytes }
        return bytesEnd == line.count ? .other : .badNames
    }

    private static func endOfBytes(_ line: ByteView, from start: Int) -> Int? {
        guard start < line.count else { return nil }
        let end = line.firstIndex(of: space, from: start) ?? line.count
        let isNumber = (start..<end).allSatisfy { line[$0].isDigit }
        return end > start && (isNumber || line[start..<end].bytes == [minus]) ? end : nil
    }

    private static func place(of bytes: [UInt8], in line: ByteView, from start: Int) -> Int? {
        guard line.count - start >= bytes.count else { return nil }
        return (start...(line.count - bytes.count)).first { place in
            bytes.indices.allSatisfy { line[place + $0] == bytes[$0] }
        }
    }
}
