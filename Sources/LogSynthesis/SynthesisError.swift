/// Why logs could not be made: a wrong option, or a directory that cannot be written.
public enum SynthesisError: Error, Equatable, Sendable, CustomStringConvertible {
    /// An option is outside of what can be made; says which and what it may be.
    case option(String)
    /// A file could not be written; says which and why.
    case output(path: String, reason: String)

    public var description: String {
        switch self {
        case .option(let what): what
        case .output(let path, let reason): "\(path): \(reason)"
        }
    }
}
