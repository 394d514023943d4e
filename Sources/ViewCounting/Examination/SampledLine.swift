public import LogReading

/// A line kept to show what others of its kind look like: not for printing before addresses and queries are cut.
public enum SampledLine: Sendable {
    /// The beginning of a line that shows no fields, and whether it goes on.
    case raw([UInt8], isCut: Bool)
    case request(Request)

    /// What is known of a request, with escapes undone and long texts cut.
    public struct Request: Sendable {
        public let client: ByteString
        /// Seconds since 1970 UTC.
        public let second: UInt32
        /// `GET /a?b`, or the bytes that stand in the request's place.
        public let request: ByteString
        public let status: UInt16
        public let host: ByteString?
        public let agent: ByteString?
    }

    /// Long enough to see what a line is, in bytes.
    private static let longestRaw = 400
    private static let longestText = 300

    init(raw line: ByteView) {
        let isCut = line.count > SampledLine.longestRaw
        self = .raw(line[0..<min(line.count, SampledLine.longestRaw)].bytes, isCut: isCut)
    }

    init(_ request: LoggedRequest) {
        let asked: [UInt8] =
            switch request.request {
            case .get(let target, _): Array("GET ".utf8) + SampledLine.cut(target)
            case .otherMethod(let text, _), .bad(let text): SampledLine.cut(text)
            }
        self = .request(
            Request(
                client: ByteString(SampledLine.cut(request.client)), second: request.second,
                request: ByteString(asked), status: request.status,
                host: request.host.map { ByteString(SampledLine.cut($0)) },
                agent: request.agent.map { agent in
                    let bytes = SampledLine.cut(agent)
                    return ByteString(
                        request.isAgentQuoted ? bytes.withByteView { QuotedField.unescaped($0) } : bytes)
                }))
    }

    private static func cut(_ text: ByteView) -> [UInt8] { text[0..<min(text.count, longestText)].bytes }
}
