/// What becomes of a line, by COUNTING section 2.
enum PlannedOutcome: Int, CaseIterable, Sendable {
    case oversize, blank, malformed, future, late
    case badRequest, otherMethod, otherStatus, otherPage
    case excluded, prefetch, robot
    case doubleClick, view

    /// The outcome's name as reports write it.
    var name: String {
        switch self {
        case .badRequest: "bad-request"
        case .otherMethod: "other-method"
        case .otherStatus: "other-status"
        case .otherPage: "other-page"
        case .doubleClick: "double-click"
        default: "\(self)"
        }
    }
}
