extension FormatString {
    /// Reads Apache's `LogFormat`: the directive as a whole (also `CustomLog` with a format), its string, or what is in it.
    ///
    /// Source: Apache's documentation of mod_log_config, mod_logio and mod_ssl.
    static func apache(_ text: String) throws(ServerFormatError) -> FormatString {
        var string = FormatString(server: .apache, escaping: .backslash)
        try string.appendApache(try apacheContent(joiningLines(FormatString.characters(of: text))))
        return string
    }

    /// A backslash at the end of a line continues it.
    private static func joiningLines(_ characters: [Character]) -> [Character] {
        var joined: [Character] = []
        var index = 0
        while index < characters.count {
            if characters.begins(with: "\\\n", at: index) {
                index += 2
            } else {
                joined.append(characters[index])
                index += 1
            }
        }
        return joined
    }

    /// What the string holds, quotes and backslashes undone as Apache's reader of configurations does.
    private static func apacheContent(_ characters: [Character]) throws(ServerFormatError) -> [Character] {
        var index = skippingSpace(characters, from: 0)
        if characters.begins(with: "LogFormat", at: index, ignoringCase: true) {
            index = skippingSpace(characters, from: index + "LogFormat".count)
            return try word(characters, from: index).characters
        }
        if characters.begins(with: "CustomLog", at: index, ignoringCase: true) {
            index = skippingSpace(characters, from: index + "CustomLog".count)
            let file = try word(characters, from: index)
            return try word(characters, from: skippingSpace(characters, from: file.end)).characters
        }
        // The string with its quotes; one that has quotes of its own at both ends has them within, too.
        if characters.begins(with: "\"", at: index), let whole = try? word(characters, from: index),
            skippingSpace(characters, from: whole.end) == characters.count
        {
            return whole.characters
        }
        return undoing(characters[...])
    }

    private static func skippingSpace(_ characters: [Character], from start: Int) -> Int {
        var index = start
        while index < characters.count, characters[index].byte.isConfigurationSpace { index += 1 }
        return index
    }

    private static func word(
        _ characters: [Character], from start: Int
    ) throws(ServerFormatError) -> (characters: [Character], end: Int) {
        var index = start
        guard let opening = characters[start...].first?.byte,
            opening == QuotedField.quote || opening == UInt8(ascii: "'")
        else {
            while index < characters.count, !characters[index].byte.isConfigurationSpace { index += 1 }
            return (undoing(characters[start..<index]), index)
        }
        index += 1
        while index < characters.count, characters[index].byte != opening {
            index += characters[index].byte == QuotedField.backslash ? 2 : 1
        }
        guard index < characters.count else {
            throw ServerFormatError(.unfinished("the string"), at: characters[start].offset)
        }
        return (undoing(characters[(start + 1)..<index]), index + 1)
    }

    /// `\"`, `\'` and `\\` lose their backslash.
    private static func undoing(_ characters: ArraySlice<Character>) -> [Character] {
        var result: [Character] = []
        var takesNext = false
        for character in characters {
            if takesNext, let last = result.last, last.byte == QuotedField.backslash,
                character.byte == QuotedField.quote || character.byte == UInt8(ascii: "'")
                    || character.byte == QuotedField.backslash
            {
                result[result.count - 1] = character
                takesNext = false
            } else {
                result.append(character)
                takesNext = character.byte == QuotedField.backslash
            }
        }
        return result
    }

    private mutating func appendApache(_ characters: [Character]) throws(ServerFormatError) {
        var index = 0
        while index < characters.count {
            let byte = characters[index].byte
            if byte == UInt8(ascii: "%") {
                index = try appendDirective(characters, at: index)
            } else if byte == QuotedField.backslash, index + 1 < characters.count,
                let meant = FormatString.apacheEscapes[characters[index + 1].byte]
            {
                append(meant)
                index += 2
            } else {
                append(byte)
                index += 1
            }
        }
    }

    private static let apacheEscapes: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    ]

    /// `%`, conditions and redirections (`!`, statuses, `<`, `>`), `{argument}`, letter.
    private mutating func appendDirective(_ characters: [Character], at start: Int) throws(ServerFormatError) -> Int {
        let offset = characters[start].offset
        var index = start + 1
        var argument: String?
        var isFinal = false
        while index < characters.count {
            let byte = characters[index].byte
            if byte == UInt8(ascii: "{") {
                guard let close = characters[index...].firstIndex(where: { $0.byte == UInt8(ascii: "}") }) else {
                    throw ServerFormatError(.unfinished("%{"), at: offset)
                }
                argument = String(decoding: characters[(index + 1)..<close].map(\.byte), as: UTF8.self)
                index = close + 1
            } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
                isFinal = byte == UInt8(ascii: ">")
                index += 1
            } else if byte.isDigit || byte == UInt8(ascii: "!") || byte == UInt8(ascii: ",") {
                index += 1
            } else {
                break
            }
        }
        let letters = characters.begins(with: "^", at: index) ? 3 : 1
        guard index + letters <= characters.count else { throw ServerFormatError(.unfinished("%"), at: offset) }
        let name = String(decoding: characters[index..<(index + letters)].map(\.byte), as: UTF8.self)
        let text = characters[start..<(index + letters)]
        switch name {
        case "%": append(UInt8(ascii: "%"))
        case "t": try appendTime(argument, text: text, at: offset)
        default:
            guard let meaning = FormatString.apacheMeaning(of: name, argument: argument, isFinal: isFinal) else {
                throw ServerFormatError(
                    .unknownDirective(String(decoding: text.map(\.byte), as: UTF8.self)), at: offset)
            }
            append(meaning, text: text, at: offset)
        }
        return index + letters
    }

    private mutating func appendTime(
        _ argument: String?, text: ArraySlice<Character>, at offset: Int
    ) throws(ServerFormatError) {
        var form = argument ?? ""
        guard !form.isEmpty else {
            append(UInt8(ascii: "["))
            append(.time(.commonLog, isEnd: false), text: text, at: offset)
            return append(UInt8(ascii: "]"))
        }
        var isEnd = false
        if form.hasPrefix("begin:") {
            form = String(form.dropFirst("begin:".count))
        } else if form.hasPrefix("end:") {
            form = String(form.dropFirst("end:".count))
            isEnd = true
        }
        let time: TimeForm
        switch form {
        case "sec": time = .epoch(.seconds)
        case "msec": time = .epoch(.milliseconds)
        case "usec": time = .epoch(.microseconds)
        // A fraction says nothing that is counted: digits of any number.
        case "msec_frac", "usec_frac": time = .pattern(TimePattern.anyDigits)
        default:
            do throws(TimePattern.UnknownConversion) {
                time = .pattern(try TimePattern(form))
            } catch {
                throw ServerFormatError(.unknownTimeConversion(error.letter), at: offset)
            }
        }
        append(.time(time, isEnd: isEnd), text: text, at: offset)
    }
}
