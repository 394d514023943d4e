extension LogLayout {
    /// How lines are written by the string of a server's configuration: nginx's `log_format` or Apache's `LogFormat`.
    ///
    /// A string that is the common or combined format, or one of those with a virtual host in front, gives that format.
    ///
    /// - Parameters:
    ///   - text: The directive, its strings, or what is in them.
    ///   - session: The cookie that visitors are told by, or the variable or directive as it stands in the string; nil for
    ///     the only cookie, where there is exactly one.
    ///   - clock: Reads times that are logged without their zone.
    public init(
        serverFormat text: String, session: String? = nil, clock: LocalClock = .utc
    ) throws(ServerFormatError) {
        let string = try FormatString.ofServer(text)
        if session == nil, let standard = string.standardFormat {
            self = .standard(standard)
        } else {
            self = .serverFormat(try ServerFormat(string, session: session, clock: clock))
        }
    }

    /// Whether a text is meant as a format string: it has a variable or a directive, or names one of the directives that hold one.
    public static func seemsServerFormat(_ text: String) -> Bool {
        FormatString.seemsNginx(text) || text.contains("%") || FormatString.beginsWithApacheDirective(text)
    }
}

extension FormatString {
    static func ofServer(_ text: String) throws(ServerFormatError) -> FormatString {
        if beginsWithApacheDirective(text) { return try apache(text) }
        if seemsNginx(text) { return try nginx(text) }
        guard text.contains("%") else { throw ServerFormatError(.noVariables) }
        return try apache(text)
    }

    static func beginsWithApacheDirective(_ text: String) -> Bool {
        let characters = characters(of: text)
        guard let start = characters.firstIndex(where: { !$0.byte.isConfigurationSpace }) else { return false }
        return ["LogFormat", "CustomLog"].contains { characters.begins(with: $0, at: start, ignoringCase: true) }
    }

    /// `log_format`, or a `$` with a name.
    static func seemsNginx(_ text: String) -> Bool {
        let characters = characters(of: text)
        return characters.indices.contains { index in
            guard characters[index].byte == UInt8(ascii: "$"), index + 1 < characters.count else {
                return characters.begins(with: "log_format ", at: index)
            }
            let next = characters[index + 1].byte
            return next == UInt8(ascii: "{") || next.isNameByte && !next.isDigit
        }
    }
}
