/// What is wrong with a newsroom's list, with the file, the place in it and what to do.
///
/// Never a reason to end a run: what could be read of the file is given beside it.
public struct CatalogueProblem: Error, Hashable, Sendable {
    /// As the user, or an index of the user's, named it.
    public let file: String
    /// Counted from 1; nil where the whole file is meant.
    public let line: Int?
    /// Counted from 1, in characters; nil where only the line is known.
    public let column: Int?
    /// What is wrong and what became of it. Texts from the file are in it as they stood there.
    public let problem: String
    /// What to do about it, in the imperative.
    public let remedy: String
    /// The rest of the file was not read.
    public let isFatal: Bool

    public init(
        file: String, line: Int? = nil, column: Int? = nil, problem: String, remedy: String, isFatal: Bool
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
        self.remedy = remedy
        self.isFatal = isFatal
    }
}

extension CatalogueProblem: CustomStringConvertible {
    /// One line without the program's name: what, where, remedy. Not made showable: see `ShownText`.
    public var description: String {
        let place = [line, column].prefix { $0 != nil }.compactMap { $0.map { ":\($0)" } }.joined()
        return "\(file)\(place): \(problem); \(remedy)"
    }
}
