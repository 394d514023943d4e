/// How the lines of a log are written, in all that has to be known to read them.
///
/// A `LogFormat` is the name for it that reports and the history use.
public enum LogLayout: Sendable {
    /// `combined`, `common`, and their forms with a virtual host.
    case standard(LogFormat)
    /// What a server's configuration says.
    case serverFormat(ServerFormat)

    public var format: LogFormat {
        switch self {
        case .standard(let format): format
        case .serverFormat(let format): format.format
        }
    }

    /// Somebody who reads such lines. The loop that counts names the parser's type itself, and is compiled for it.
    public func parser() -> any LineParsing {
        switch self {
        case .standard(let format): RequestParser(format)
        case .serverFormat(let format): ServerFormatParser(format)
        }
    }
}
