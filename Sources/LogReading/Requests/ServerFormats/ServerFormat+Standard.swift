extension FormatString {
    /// The format of combined's grammar that the string is, where it is one: lines of it are read as that format's.
    ///
    /// Common and combined, with and without a virtual host in front; behind combined's agent may stand what is not
    /// read. A string that leaves out or adds anything else is none of them.
    var standardFormat: LogFormat? {
        guard escaping == .backslash else { return nil }
        var rest = pieces[...]
        var hasVirtualHost = false
        if server == .apache, rest.take({ $0.isVirtualHost }) {
            hasVirtualHost = true
            if rest.take(text: ":") {
                guard rest.take({ $0.text.hasSuffix("p") && $0.meaning == .number }) else { return nil }
            }
            guard rest.take(text: " ") else { return nil }
        }
        guard rest.take({ $0.isAddress }), takeNames(&rest),
            rest.take({ $0.meaning == .time(.commonLog, isEnd: false) }),
            rest.take(text: "] \""), rest.take({ $0.meaning == .field(.request, rank: 0) }), rest.take(text: "\" "),
            rest.take({ $0.isStatus }), rest.take(text: " "), rest.take({ $0.meaning == .size })
        else { return nil }
        if rest.isEmpty { return hasVirtualHost ? .vhostCommon : .common }
        guard rest.take(text: " \""), rest.take({ $0.meaning == .referrer }), rest.take(text: "\" \""),
            rest.take({ $0.meaning == .field(.agent, rank: 0) }), rest.takeBeginning("\""),
            FormatString.isOnlySkipped(rest)
        else { return nil }
        return hasVirtualHost ? .vhostCombined : .combined
    }

    /// ` - $remote_user [` or ` %l %u [`
    private func takeNames(_ rest: inout ArraySlice<Piece>) -> Bool {
        if server == .nginx {
            return rest.take(text: " - ") && rest.take({ $0.meaning == .user }) && rest.take(text: " [")
        }
        return rest.take(text: " ") && rest.take({ $0.meaning == .user }) && rest.take(text: " ")
            && rest.take({ $0.meaning == .user }) && rest.take(text: " [")
    }

    /// Nothing, or a space and behind it values that say nothing that is read.
    private static func isOnlySkipped(_ rest: ArraySlice<Piece>) -> Bool {
        guard let first = rest.first else { return true }
        guard case .literal(let bytes) = first, bytes.first == space else { return false }
        return rest.allSatisfy { piece in
            guard case .value(let value) = piece else { return true }
            return [.skipped, .size, .number, .list, .user, .referrer].contains(value.meaning)
        }
    }
}

extension ArraySlice<FormatString.Piece> {
    fileprivate mutating func take(_ isWanted: (FormatString.Value) -> Bool) -> Bool {
        guard case .value(let value) = first, isWanted(value) else { return false }
        self = dropFirst()
        return true
    }

    fileprivate mutating func take(text: String) -> Bool {
        guard case .literal(let bytes) = first, bytes == Array(text.utf8) else { return false }
        self = dropFirst()
        return true
    }

    /// Takes the beginning of a text, and leaves the rest.
    fileprivate mutating func takeBeginning(_ text: String) -> Bool {
        guard case .literal(let bytes) = first, bytes.starts(with: Array(text.utf8)) else { return false }
        let rest = Array(bytes.dropFirst(text.utf8.count))
        self = (rest.isEmpty ? [] : [.literal(rest)]) + dropFirst()
        return true
    }
}

extension FormatString.Value {
    /// The client's own address or name; no header, which may hold several.
    fileprivate var isAddress: Bool { ["$remote_addr", "${remote_addr}", "%h", "%a"].contains(text) }
    fileprivate var isVirtualHost: Bool { ["%v", "%V"].contains(text) }
    fileprivate var isStatus: Bool { ["$status", "${status}", "%s", "%>s", "%<s"].contains(text) }
}
