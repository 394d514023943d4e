/// How a server was told to write its lines, and which of their values are read.
///
/// Made of the string of an nginx `log_format` or an Apache `LogFormat`; `docs/log-formats.md` says what is understood.
public struct ServerFormat: Sendable {
    /// `.nginx` or `.apache`.
    public let format: LogFormat
    let escaping: FormatString.Escaping
    let clock: LocalClock
    /// The name of the cookie that visitors are told by, among those of a Cookie header.
    let session: [UInt8]?
    var steps: [Step] = []
    /// Texts of steps, one behind the other.
    var texts: [UInt8] = []
    var forms: [TimeForm] = []

    /// A part of a line: a text, or a value that ends somehow.
    struct Step: Sendable {
        enum Kind: Sendable {
            case text
            /// Ends by itself.
            case time(form: Int)
            /// Three digits.
            case status
            /// Digits and points, or `-`, or nothing.
            case number
            /// Ends at the next quote that is not escaped.
            case toQuote
            /// Ends where the text stands that comes next: the first place from which on all the rest fits.
            case toText
            /// Ends at the next `/`, with which the value behind it begins.
            case toSlash
            case toEnd

            /// The value ends at something that is looked for.
            var needsWhatFollows: Bool {
                switch self {
                case .toQuote, .toText, .toSlash: true
                case .text, .time, .status, .number, .toEnd: false
                }
            }
        }

        let kind: Kind
        /// Nil for a value that is not read.
        var field: LogField?
        /// Where the step's own text stands, or the one that ends its value.
        var text = 0..<0
        /// The value has values of several servers in it, with `, ` and ` : ` between them.
        var isList = false
        /// The value is a path with a query behind it, for which a server writes `-` without a `?` where there is none.
        var mayEndInMissingQuery = false
    }
}
