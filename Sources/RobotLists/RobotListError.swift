/// Why a file is no list of robots: what is wrong with it, and what to do.
public struct RobotListError: Error, Hashable, Sendable {
    /// What is wrong, as the rest of a sentence that begins with the file's name.
    public let problem: String
    public let remedy: String
    /// Whether no file of the name is there.
    public let isMissing: Bool

    init(_ problem: String, _ remedy: String, isMissing: Bool = false) {
        self.problem = problem
        self.remedy = remedy
        self.isMissing = isMissing
    }
}
