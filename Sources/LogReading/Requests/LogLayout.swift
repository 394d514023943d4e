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
}
