extension FormatString {
    /// What a directive of Apache means; nil where there is none of this name.
    static func apacheMeaning(of name: String, argument: String?, isFinal: Bool) -> Meaning? {
        switch name {
        case "a": argument == "c" ? .field(.client, rank: 2) : .field(.client, rank: 0)
        case "h": .field(.client, rank: argument == "c" ? 2 : 1)
        case "r": .field(.request, rank: 0)
        case "m": .field(.method, rank: 0)
        case "U": .field(.decodedPath, rank: isFinal ? 1 : 0)
        case "q": .markedQuery
        case "s": .field(.status, rank: isFinal ? 0 : 1)
        case "V": .field(.host, rank: 1)
        case "v": .field(.host, rank: 2)
        case "b", "B", "O": .size
        case "l", "u": .user
        case "C": argument.map { .cookie(name: $0) } ?? .skipped
        case "i": apacheHeaders[(argument ?? "").lowercased()] ?? .skipped
        case "D", "I", "k", "p", "S", "T", "^FB": .number
        case "P" where argument == nil || argument == "pid": .number
        default: skippedDirectives.contains(name) ? .skipped : nil
        }
    }

    /// Headers of the request, in lower case.
    static let apacheHeaders: [String: Meaning] = [
        "user-agent": .field(.agent, rank: 0), "host": .field(.host, rank: 0),
        "x-forwarded-for": .field(.forwarded, rank: 0), "x-real-ip": .field(.client, rank: 3),
        "cf-connecting-ip": .field(.client, rank: 4), "true-client-ip": .field(.client, rank: 5),
        "sec-purpose": .field(.purpose, rank: 0), "purpose": .field(.purpose, rank: 0),
        "x-moz": .field(.purpose, rank: 0), "referer": .referrer, "cookie": .cookies,
    ]

    /// Of mod_log_config, mod_logio, mod_ssl and http2.
    private static let skippedDirectives: Set<String> = [
        "A", "c", "e", "f", "H", "L", "n", "o", "P", "R", "x", "X", "^ti", "^to",
    ]
}
