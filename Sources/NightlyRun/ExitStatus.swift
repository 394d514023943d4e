/// How a run ended, as the numbers of sysexits.h.
public enum ExitStatus: Int32, Sendable, CaseIterable {
    /// All was done; an empty log too.
    case success = 0
    /// Wrong usage.
    case usage = 64
    /// A damaged input (reports written, marked INCOMPLETE), or no input fits any log format (no report).
    case badInput = 65
    /// An input is missing or unreadable; nothing was read.
    case noInput = 66
    /// The accounting does not add up: a bug.
    case software = 70
    /// Output cannot be created.
    case cannotCreate = 73
    /// I/O error, disk full.
    case io = 74
    /// Another run holds the lock.
    case tryAgain = 75
    case permission = 77
    /// The profile or the history file cannot be used.
    case configuration = 78

    /// What happened, for the program's help and its manual.
    public var meaning: String {
        switch self {
        case .success: "all was done; an empty log too"
        case .usage: "wrong usage"
        case .badInput: "a log or a list is damaged, or a log fits no format"
        case .noInput: "a log is missing, or the history has no such day"
        case .software: "the accounting does not add up: please report it"
        case .cannotCreate: "a file cannot be made, or something is in its way"
        case .io: "the disk failed or is full"
        case .tryAgain: "another run is at work"
        case .permission: "no permission to read or write there"
        case .configuration: "the profile or the history cannot be used"
        }
    }

    /// Where several apply, the first of these is the run's.
    private static let precedence: [ExitStatus] = [
        .software, .io, .cannotCreate, .permission, .tryAgain, .noInput, .configuration, .usage, .badInput,
    ]

    /// The one status of a run to which all of these happened.
    static func of(_ happened: Set<ExitStatus>) -> ExitStatus {
        precedence.first { happened.contains($0) } ?? .success
    }
}
