extension FormatString {
    /// Reads nginx's `log_format`: the directive as a whole, its strings, or what is in them.
    ///
    /// Source: nginx's documentation of ngx_http_log_module, and what its reader of configurations does with quotes.
    static func nginx(_ text: String) throws(ServerFormatError) -> FormatString {
        var characters = FormatString.characters(of: text)
        var escape = "default"
        if let words = try nginxWords(characters) {
            var strings = words[...]
            if words.first.map({ $0.text == "log_format" }) == true { strings = strings.dropFirst(2) }
            if let first = strings.first, first.text.hasPrefix("escape=") {
                escape = String(first.text.dropFirst("escape=".count))
                strings = strings.dropFirst()
            }
            characters = strings.flatMap(\.characters)
        }
        var string = FormatString(server: .nginx, escaping: try nginxEscaping(escape))
        try string.appendNginx(characters)
        return string
    }

    private static func nginxEscaping(_ name: String) throws(ServerFormatError) -> Escaping {
        switch name {
        case "default": .backslash
        case "json": .json
        case "none": .none
        default: throw ServerFormatError(.unknownEscape(name))
        }
    }

    private struct Word {
        var characters: [Character]
        var text: String { String(decoding: characters.map(\.byte), as: UTF8.self) }
    }

    /// The words of a directive, or of its strings; nil where the text is what a string holds.
    private static func nginxWords(_ characters: [Character]) throws(ServerFormatError) -> [Word]? {
        guard let start = characters.firstIndex(where: { !$0.byte.isConfigurationSpace }) else { return nil }
        if characters.begins(with: "log_format", at: start) || characters.begins(with: "escape=", at: start) {
            return try words(characters)
        }
        let opening = characters[start].byte
        guard opening == UInt8(ascii: "'") || opening == QuotedField.quote else { return nil }
        // A string of the format can itself begin with a quote.
        guard let words = try? words(characters), words.count == 1 || opening == UInt8(ascii: "'") else { return nil }
        return words
    }

    /// Splits at white space; a quote at a word's beginning holds it together, `#` begins a comment, `;` ends it all.
    private static func words(_ characters: [Character]) throws(ServerFormatError) -> [Word] {
        var words: [Word] = []
        var index = 0
        while index < characters.count, characters[index].byte != UInt8(ascii: ";") {
            let byte = characters[index].byte
            if byte.isConfigurationSpace {
                index += 1
            } else if byte == UInt8(ascii: "#") {
                while index < characters.count, characters[index].byte != lineFeed { index += 1 }
            } else if byte == UInt8(ascii: "'") || byte == QuotedField.quote {
                guard let (word, end) = quotedWord(characters, from: index) else {
                    throw ServerFormatError(.unfinished("the string"), at: characters[index].offset)
                }
                // Behind a quoted word nginx wants space, or the end of the directive.
                guard
                    end == characters.count || characters[end].byte.isConfigurationSpace
                        || characters[end].byte == UInt8(ascii: ";")
                else { throw ServerFormatError(.unfinished("the string"), at: characters[end].offset) }
                words.append(word)
                index = end
            } else {
                var word: [Character] = []
                while index < characters.count, !characters[index].byte.isConfigurationSpace,
                    characters[index].byte != UInt8(ascii: ";")
                {
                    appendNginx(characters, &index, to: &word)
                }
                words.append(Word(characters: word))
            }
        }
        return words
    }

    private static func quotedWord(_ characters: [Character], from start: Int) -> (Word, end: Int)? {
        var word: [Character] = []
        var index = start + 1
        while index < characters.count {
            if characters[index].byte == characters[start].byte { return (Word(characters: word), index + 1) }
            appendNginx(characters, &index, to: &word)
        }
        return nil
    }

    /// A byte, or a backslash with what it stands for: a quote, itself, or a white space.
    private static func appendNginx(_ characters: [Character], _ index: inout Int, to word: inout [Character]) {
        var character = characters[index]
        index += 1
        if character.byte == QuotedField.backslash, index < characters.count,
            let meant = nginxEscapes[characters[index].byte]
        {
            character.byte = meant
            index += 1
        }
        word.append(character)
    }

    private static let nginxEscapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
        UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D,
        UInt8(ascii: "n"): 0x0A,
    ]

    private mutating func appendNginx(_ characters: [Character]) throws(ServerFormatError) {
        var index = 0
        while index < characters.count {
            guard characters[index].byte == UInt8(ascii: "$") else {
                append(characters[index].byte)
                index += 1
                continue
            }
            let start = index
            let isBraced = characters.begins(with: "{", at: index + 1)
            let nameStart = index + (isBraced ? 2 : 1)
            index = nameStart
            while index < characters.count, characters[index].byte.isNameByte { index += 1 }
            let name = String(decoding: characters[nameStart..<index].map(\.byte), as: UTF8.self)
            if isBraced, characters.begins(with: "}", at: index) { index += 1 } else if isBraced { index = nameStart }
            guard !name.isEmpty, index > nameStart else {
                throw ServerFormatError(.unfinished("$"), at: characters[start].offset)
            }
            append(
                FormatString.nginxMeaning(of: name), text: characters[start..<index], at: characters[start].offset)
        }
    }

    /// What a variable of nginx means; those that are not known are skipped.
    static func nginxMeaning(of name: String) -> Meaning {
        if let meaning = nginxMeanings[name] { return meaning }
        if name.hasPrefix("cookie_") { return .cookie(name: String(name.dropFirst("cookie_".count))) }
        if nginxNumbers.contains(name) { return .number }
        return name.hasPrefix("upstream_") ? .list : .skipped
    }

    private static let nginxNumbers: Set<String> = [
        "request_time", "request_length", "connection", "connection_requests", "pid", "server_port", "remote_port",
        "gzip_ratio", "content_length",
    ]

    static let nginxMeanings: [String: Meaning] = [
        "the_real_ip": .field(.client, rank: 0), "remote_addr": .field(.client, rank: 1),
        "realip_remote_addr": .field(.client, rank: 2), "http_x_real_ip": .field(.client, rank: 3),
        "http_cf_connecting_ip": .field(.client, rank: 4), "http_true_client_ip": .field(.client, rank: 5),
        "proxy_protocol_addr": .field(.proxiedClient, rank: 0),
        "http_x_forwarded_for": .field(.forwarded, rank: 0), "proxy_add_x_forwarded_for": .field(.forwarded, rank: 1),
        "request": .field(.request, rank: 0), "request_method": .field(.method, rank: 0),
        "request_uri": .field(.target, rank: 0),
        "uri": .field(.decodedPath, rank: 0), "document_uri": .field(.decodedPath, rank: 1),
        "args": .field(.query, rank: 0), "query_string": .field(.query, rank: 1), "is_args": .queryMark,
        "status": .field(.status, rank: 0), "http_user_agent": .field(.agent, rank: 0),
        "host": .field(.host, rank: 0), "http_host": .field(.host, rank: 1), "server_name": .field(.host, rank: 2),
        "http_sec_purpose": .field(.purpose, rank: 0), "http_purpose": .field(.purpose, rank: 0),
        "http_x_moz": .field(.purpose, rank: 0),
        "time_local": .time(.commonLog, isEnd: false), "time_iso8601": .time(.iso8601, isEnd: false),
        "msec": .time(.epoch(.seconds), isEnd: false),
        "body_bytes_sent": .size, "bytes_sent": .size, "remote_user": .user, "http_referer": .referrer,
        "http_cookie": .cookies,
    ]
}
