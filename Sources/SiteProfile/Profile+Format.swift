import LogReading

/// How `format` and `session` become a format; each throws at the place of the mistake.
extension Profile {
    private static let jsonName = "json"

    /// - Parameter session: The cookie that visitors are told by.
    static func format(
        _ profile: ProfileSection, session: ProfileText?, among names: [String]
    ) throws(ProfileError) -> FormatChoice? {
        guard profile.isSection("format") else {
            return try profile.text("format").map { text throws(ProfileError) in
                try format(text, session: session, among: names)
            }
        }
        let section = try profile.section("format", known: [jsonName])
        guard section.has(jsonName) else {
            throw section.error(
                "\"format\" names no keys", "write format: {json: {client: ..., time: ..., status: ...}}")
        }
        return try .json(keys(section.section(jsonName, known: JSONKeys.Field.allCases.map(\.rawValue)), session))
    }

    /// The name of a format, or the string of a server's configuration, as it stands there.
    private static func format(
        _ text: ProfileText, session: ProfileText?, among names: [String]
    ) throws(ProfileError) -> FormatChoice {
        guard LogLayout.seemsServerFormat(text.string) else {
            let name = try known(text, among: names, what: "log format")
            if let session, LogFormat(rawValue: name)?.canHaveCookies == false {
                throw session.error(
                    "the format \(name) has no cookie \"\(session.string)\"",
                    "log it, and give the string of that format as `format`, or take \"session\" out")
            }
            return .text(name)
        }
        do throws(ServerFormatError) {
            _ = try LogLayout(serverFormat: text.string, session: session?.string)
            return .text(text.string)
        } catch {
            if case .noSession = error.problem, let session { throw session.error(error.what, error.remedy) }
            throw text.error("format: \(error.what)", error.remedy)
        }
    }

    private static func keys(_ section: ProfileSection, _ session: ProfileText?) throws(ProfileError) -> JSONKeys {
        var paths: [JSONKeys.Field: [String]] = [:]
        for field in JSONKeys.Field.allCases {
            for text in try section.textOrTexts(field.rawValue) {
                guard JSONKeys.isPath(text.string) else {
                    throw text.error(
                        "\"\(text.string)\" is no path of keys", "write keys with single dots between them: request.uri"
                    )
                }
                paths[field, default: []].append(text.string)
            }
        }
        let keys = JSONKeys(paths)
        if let missing = keys.missing.first {
            throw section.error(
                "\"json\" names no key for \(missing)", "say which key of the lines holds it; without it no line counts"
            )
        }
        if let session, keys.hasSession {
            throw session.error(
                "\"session\" names a cookie, and \"json\" has a key for the session itself",
                "take one of them out")
        }
        if let session, !keys.hasCookies {
            throw session.error(
                "\"json\" names no key for the cookie \"\(session.string)\"",
                "name the key of the Cookie header as \"cookies\", or that of the session as \"session\" of \"json\"")
        }
        return keys
    }
}
