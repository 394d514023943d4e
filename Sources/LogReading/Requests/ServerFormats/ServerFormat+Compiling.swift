extension ServerFormat {
    /// - Parameters:
    ///   - session: The cookie that visitors are told by; nil for the only cookie in the string.
    ///   - clock: Reads times that are logged without their zone.
    init(_ string: FormatString, session: String?, clock: LocalClock) throws(ServerFormatError) {
        format = string.server
        escaping = string.escaping
        self.clock = clock
        self.session = session.map { Array($0.utf8) }
        var selection = FieldSelection(string)
        try selection.choose(session: session)
        let values = ServerFormat.joined(string, selection)
        for (index, value) in values.enumerated() {
            let next = index + 1 < values.count ? values[index + 1] : nil
            try append(value, before: next)
        }
    }

    /// A piece of the string with what is to be read of it.
    private enum Part {
        case text([UInt8])
        case value(FormatString.Value, LogField?, isPathAndQuery: Bool)
    }

    /// The pieces, those that can be told apart only together as one.
    private static func joined(_ string: FormatString, _ selection: FieldSelection) -> [Part] {
        var parts: [Part] = []
        for (index, piece) in string.pieces.enumerated() {
            guard case .value(let value) = piece else {
                if case .literal(let bytes) = piece { parts.append(.text(bytes)) }
                continue
            }
            let field = selection.fields[index]
            guard case .value(let last, let lastField, let isPathAndQuery) = parts.last else {
                parts.append(.value(value, field, isPathAndQuery: false))
                continue
            }
            if last.isDecodedPath, value.isQuery || isPathAndQuery {
                // A path and the query behind it: the first `?` parts them.
                parts[parts.count - 1] = .value(
                    last, lastField.map { _ in .decodedTarget }, isPathAndQuery: true)
            } else if field == nil, lastField == nil, !value.endsByItself, !last.endsByItself, !value.beginsWithSlash {
                var both = last
                both.meaning = .skipped
                parts[parts.count - 1] = .value(both, nil, isPathAndQuery: false)
            } else {
                parts.append(.value(value, field, isPathAndQuery: false))
            }
        }
        return parts
    }

    private mutating func append(_ part: Part, before next: Part?) throws(ServerFormatError) {
        switch part {
        case .text(let bytes): steps.append(Step(kind: .text, text: place(bytes)))
        case .value(let value, let field, let isPathAndQuery):
            if case .time(let form, _) = value.meaning {
                forms.append(form)
                return steps.append(Step(kind: .time(form: forms.count - 1), field: field))
            }
            if field == .status { return steps.append(Step(kind: .status, field: field)) }
            if field == nil, value.meaning == .size || value.meaning == .number {
                return steps.append(Step(kind: .number))
            }
            let missingQuery = isPathAndQuery && format == .nginx && escaping == .backslash
            var step: Step
            switch next {
            case nil: step = Step(kind: .toEnd, field: field)
            case .text(let bytes):
                let endsAtQuote = bytes.first == QuotedField.quote && escaping != .none
                step = Step(kind: endsAtQuote ? .toQuote : .toText, field: field, text: place(bytes))
            case .value(let following, _, _):
                guard following.beginsWithSlash, !value.beginsWithSlash else {
                    throw ServerFormatError(.noTextBetween(value.text, following.text), at: following.offset)
                }
                step = Step(kind: .toSlash, field: field)
            }
            step.isList = value.isList
            step.mayEndInMissingQuery = missingQuery
            steps.append(step)
        }
    }

    private mutating func place(_ bytes: [UInt8]) -> Range<Int> {
        let start = texts.count
        texts += bytes
        return start..<texts.count
    }
}

extension FormatString.Value {
    var isDecodedPath: Bool {
        if case .field(.decodedPath, _) = meaning { return true }
        return false
    }

    var isQuery: Bool { meaning == .queryMark || meaning == .markedQuery }

    var beginsWithSlash: Bool {
        if case .field(.target, _) = meaning { return true }
        return isDecodedPath
    }

    var isList: Bool {
        if case .field(.forwarded, _) = meaning { return true }
        return meaning == .list
    }

    var endsByItself: Bool {
        if case .time = meaning { return true }
        if case .field(.status, _) = meaning { return true }
        return false
    }
}
