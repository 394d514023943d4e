/// How the lines of a log are written, in all that has to be known to read them.
///
/// A `LogFormat` is the name for it that reports and the history use.
public enum LogLayout: Sendable {
    /// `combined`, `common`, and their forms with a virtual host.
    case standard(LogFormat)
    /// What a server's configuration says.
    case serverFormat(ServerFormat)
    /// What the log's own `#Fields:` lines say.
    case w3c(W3CLayout)
    /// What a service of Amazon writes.
    case amazon(AmazonLog)
    /// JSON lines.
    case json(JSONLayout)

    /// What a format's name stands for; nil where the name alone does not say it.
    ///
    /// - Parameters:
    ///   - name: One of `LogFormat.named`.
    ///   - session: The cookie that visitors are told by, where the lines have it; nil for none.
    ///   - clock: Reads times that are logged without their zone.
    public init?(named name: String, session: String? = nil, clock: LocalClock = .utc) {
        guard let format = LogFormat.named.first(where: { $0.rawValue == name }) else { return nil }
        self =
            switch format {
            case .w3c: .w3c(W3CLayout(session: session, clock: clock))
            case .alb: .amazon(.balancer)
            case .s3: .amazon(.bucket)
            default: JSONLayout(named: format, session: session, clock: clock).map(LogLayout.json) ?? .standard(format)
            }
    }

    public var format: LogFormat {
        switch self {
        case .standard(let format): format
        case .serverFormat(let format): format.format
        case .w3c: .w3c
        case .amazon(let log): log.format
        case .json(let layout): layout.format
        }
    }

    /// A parser for lines that are written so, at the beginning of a log.
    ///
    /// For those who read little: whoever reads whole logs starts a loop of their own for each kind of parser.
    public func makeParser() -> any LineParsing {
        switch self {
        case .standard(let format): RequestParser(format)
        case .serverFormat(let format): ServerFormatParser(format)
        case .w3c(let layout): W3CParser(layout)
        case .amazon(let log): AmazonLogParser(log)
        case .json(let layout): JSONLineParser(layout)
        }
    }
}
