import TestSupport

/// A format of nginx or Apache, as its configuration has it and as the twin does, and lines written in it.
struct SampleServerFormat: Sendable, CustomStringConvertible {
    enum Escaping: Sendable { case nginx, json, none, apache }

    let configuration: String
    let escaping: Escaping
    var description: String { configuration }

    static let all = [
        SampleServerFormat(
            #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_user_agent" "$http_x_forwarded_for""#
        ),
        SampleServerFormat(
            #"$remote_addr $http_x_forwarded_for [$time_local] "$request" $status $request_time $host "$http_user_agent" $cookie_sid"#
        ),
        SampleServerFormat(#"$host $remote_user $remote_addr $time_local $request $status $http_user_agent"#),
        SampleServerFormat(
            "time:$time_local\thost:$remote_addr\treq:$request\tstatus:$status\tua:$http_user_agent\tv:$host"),
        SampleServerFormat(
            #"escape=none '$remote_addr [$time_local] "$request" $status "$http_user_agent" "$cookie_sid"'"#, .none),
        SampleServerFormat(
            #"escape=json '{"t":"$time_local","c":"$remote_addr","r":"$request","s":$status,"a":"$http_user_agent","x":"$http_x_forwarded_for","h":"$host","sid":"$cookie_sid"}'"#,
            .json),
        SampleServerFormat(#"%h %u %t "%r" %>s %O "%{User-Agent}i" "%{sid}C" %{Host}i"#, .apache),
        SampleServerFormat(#"%{X-Forwarded-For}i %a "%{User-Agent}i" %t %>s "%r" %D"#, .apache),
    ]

    init(_ configuration: String, _ escaping: Escaping = .nginx) {
        self.configuration = configuration
        self.escaping = escaping
    }

    private static let names: [(String, PlainServerLine.Part)] = [
        ("$remote_addr", .value(.client)), ("$remote_user", .value(.user)), ("$time_local", .time),
        ("$request_time", .number), ("$request", .value(.request)), ("$status", .status), ("$body_bytes_sent", .number),
        ("$http_user_agent", .value(.agent)), ("$http_x_forwarded_for", .value(.forwarded)), ("$host", .value(.host)),
        ("$cookie_sid", .value(.session)), ("%h", .value(.client)), ("%a", .value(.client)), ("%u", .value(.user)),
        ("%r", .value(.request)), ("%>s", .status), ("%O", .number), ("%D", .number),
        ("%{User-Agent}i", .value(.agent)), ("%{sid}C", .value(.session)), ("%{Host}i", .value(.host)),
        ("%{X-Forwarded-For}i", .value(.forwarded)),
    ]

    /// The parts of a line, found by the names above and by nothing else.
    var plain: PlainServerLine {
        var content = configuration
        if content.hasPrefix("escape="), let open = content.firstIndex(of: "'"), let close = content.lastIndex(of: "'")
        {
            content = String(content[content.index(after: open)..<close])
        }
        // Apache's `%t` has its brackets in it.
        content = content.split(separator: "%t", omittingEmptySubsequences: false).joined(separator: "[$time_local]")
        var parts: [PlainServerLine.Part] = []
        while let first = content.first {
            if let (name, part) = Self.names.first(where: { content.hasPrefix($0.0) }) {
                parts.append(part)
                content.removeFirst(name.count)
                continue
            }
            var text = Array(String(content.removeFirst()).utf8)
            if case .text(let before) = parts.last, first != "$" {
                text = before + text
                parts.removeLast()
            }
            parts.append(.text(text))
        }
        return PlainServerLine(parts: parts, isEscaped: escaping != .none)
    }

    /// A line of the values, each written as the server writes it.
    func line(_ fields: FieldsOfLine, request: [UInt8], time: String, status: String) -> [UInt8] {
        plain.parts.flatMap { part -> [UInt8] in
            switch part {
            case .text(let text): text
            case .time: Array(time.utf8)
            case .status: Array(status.utf8)
            case .number: Array("0.042".utf8)
            case .value(.client): escaped(fields.client)
            case .value(.forwarded): escaped(fields.forwarded ?? [])
            case .value(.request): escaped(request)
            case .value(.agent): escaped(fields.agent ?? [])
            case .value(.host): escaped(fields.host ?? [])
            case .value(.session): escaped(fields.session ?? [])
            case .value(.user): Array("-".utf8)
            }
        }
    }

    func has(_ field: PlainServerLine.Field) -> Bool { plain.parts.contains(.value(field)) }

    private func escaped(_ value: [UInt8]) -> [UInt8] {
        value.flatMap { byte -> [UInt8] in
            let hex = String(byte, radix: 16)
            let digits = byte < 16 ? "0" + hex : hex
            let isPlain = byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C
            switch escaping {
            case .none: return [byte]
            case .nginx: return isPlain ? [byte] : Array("\\x\(digits.uppercased())".utf8)
            case .apache where byte == 0x22 || byte == 0x5C: return [0x5C, byte]
            case .apache where byte == 0x09: return Array("\\t".utf8)
            case .apache: return isPlain ? [byte] : Array("\\x\(digits)".utf8)
            case .json where byte == 0x22 || byte == 0x5C: return [0x5C, byte]
            case .json where byte == 0x0A: return Array("\\n".utf8)
            case .json: return byte >= 0x20 ? [byte] : Array("\\u00\(digits)".utf8)
            }
        }
    }
}
