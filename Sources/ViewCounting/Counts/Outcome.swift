/// What becomes of a line: exactly one of these, the first that applies, in this order.
///
/// Lines = views + all other outcomes, always. `docs/counting.md` has the rules.
public enum Outcome: Int, CaseIterable, Sendable {
    /// More than 65,536 bytes before its end; dropped whole.
    case oversize
    /// Nothing but white space.
    case blank
    /// Does not fit the log format, or its time is no time.
    case malformed
    /// Its instant is more than 600 s after the start of the run.
    case future
    /// Its day is closed.
    case late
    /// The request is not `METHOD SP target [SP HTTP/d[.d]]`.
    case badRequest
    /// The method is not exactly `GET`.
    case otherMethod
    /// The status is neither 200 nor 304.
    case otherStatus
    /// The target is not an article.
    case otherPage
    /// The profile excludes it: client, agent, path or article.
    case excluded
    /// A browser fetched it ahead of a click that may never come.
    case prefetch
    /// The agent is a robot's, empty or `-`.
    case robot
    /// The same visitor has a later click on the same article within 30 s.
    case doubleClick
    /// Everything that is left: a read article.
    case view

    /// The name in every report and in the summary: `double-click`.
    public var name: String {
        switch self {
        case .oversize: "oversize"
        case .blank: "blank"
        case .malformed: "malformed"
        case .future: "future"
        case .late: "late"
        case .badRequest: "bad-request"
        case .otherMethod: "other-method"
        case .otherStatus: "other-status"
        case .otherPage: "other-page"
        case .excluded: "excluded"
        case .prefetch: "prefetch"
        case .robot: "robot"
        case .doubleClick: "double-click"
        case .view: "view"
        }
    }

    /// Whether lines with this outcome belong to a day: the first four have no time, or none to be trusted.
    public var belongsToDay: Bool { rawValue > Outcome.future.rawValue }
}
