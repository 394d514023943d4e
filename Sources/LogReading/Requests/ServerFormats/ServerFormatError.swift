/// Why a format string cannot be read by: what, where, and the remedy.
public struct ServerFormatError: Error, Hashable, CustomStringConvertible {
    public enum Problem: Hashable, Sendable {
        /// Neither a variable of nginx nor a directive of Apache is in it.
        case noVariables
        case noTime, noStatus, noRequest, noClient
        /// Parts of a time that do not make one.
        case incompleteTime
        /// Two values with nothing between them, and nothing in them that tells where one ends.
        case noTextBetween(String, String)
        case unknownDirective(String)
        case unknownTimeConversion(String)
        case unknownEscape(String)
        /// A quote or brace that does not close, or a `$` or `%` with nothing behind it.
        case unfinished(String)
        /// The cookie asked for as the session is not in the string.
        case noSession(String)
    }

    public let problem: Problem
    /// Bytes of the string before the place; nil where it is about all of it.
    public let offset: Int?

    init(_ problem: Problem, at offset: Int? = nil) {
        self.problem = problem
        self.offset = offset
    }

    public var description: String {
        let place = offset.map { " (byte \($0) of the format)" } ?? ""
        return "\(what)\(place); \(remedy)"
    }

    /// What is wrong, without a full stop.
    public var what: String {
        switch problem {
        case .noVariables: "the format has neither a $variable of nginx nor a %directive of Apache"
        case .noTime: "the format has no time"
        case .noStatus: "the format has no status"
        case .noRequest: "the format has no request"
        case .noClient: "the format has neither a client nor a session"
        case .incompleteTime: "the parts of the time do not make a date and a time of day"
        case .noTextBetween(let left, let right): "nothing stands between \(left) and \(right)"
        case .unknownDirective(let text): "\(text) is no directive of Apache"
        case .unknownTimeConversion(let text): "\(text) is not known in a time"
        case .unknownEscape(let text): "escape=\(text) is not known to nginx"
        case .unfinished(let text): "\(text) is not finished"
        case .noSession(let name): "the format has no cookie or header \(name)"
        }
    }

    /// What to do about it, without a full stop.
    public var remedy: String {
        switch problem {
        case .noVariables: "give the string of log_format or LogFormat as it stands in the server's configuration"
        case .noTime, .incompleteTime: "log the time, as $time_local or %t, and give the format of those logs"
        case .noStatus: "log the status, as $status or %>s, and give the format of those logs"
        case .noRequest:
            "log the request, as $request or %r, or the method with the target, and give the format of those logs"
        case .noClient: "log the address, as $remote_addr or %h, and give the format of those logs"
        case .noTextBetween: "where the first one ends cannot be told; log a space or a quote between them"
        case .unknownDirective, .unknownTimeConversion: "see docs/log-formats.md for those that are read"
        case .unknownEscape: "write default, json or none"
        case .unfinished: "give the whole string as it stands in the server's configuration"
        case .noSession: "log it ($cookie_NAME, %{NAME}C), name one that is in the format, or none"
        }
    }
}
