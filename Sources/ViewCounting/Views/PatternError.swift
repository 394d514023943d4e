/// What is wrong with a pattern, where, and what to do about it.
public struct PatternError: Error, Hashable, Sendable {
    /// The kinds of mistakes that a pattern can have.
    public enum Problem: Hashable, Sendable {
        /// The pattern does not begin with `/`.
        case noLeadingSlash
        /// Two slashes follow each other.
        case emptySegment
        /// A `?` or `#` stands in the pattern: patterns see paths only.
        case noPartOfPath(UInt8)
        /// A `{` is not closed within its segment, or a `}` closes nothing.
        case strayBrace
        /// A name in braces is none of the placeholders.
        case unknownPlaceholder(String)
        /// A placeholder stands in the pattern for the second time.
        case repeatedPlaceholder(Placeholder)
        /// `**` does not have its segment for itself.
        case doubleStarBesideText
    }

    public let problem: Problem
    /// The byte of the pattern's UTF-8 at which the mistake begins, counted from 0.
    public let offset: Int

    public init(_ problem: Problem, offset: Int) {
        self.problem = problem
        self.offset = offset
    }
}

extension PatternError: CustomStringConvertible {
    /// What is wrong and what to do, as one line without the place.
    public var description: String { "\(sentence); \(remedy)" }

    /// What is wrong.
    public var sentence: String {
        switch problem {
        case .noLeadingSlash: "a pattern begins with \"/\""
        case .emptySegment: "an empty segment (\"//\") fits no path"
        case .noPartOfPath(let byte): "\"\(Character(Unicode.Scalar(byte)))\" is no part of a path"
        case .strayBrace: "a brace that belongs to no placeholder"
        case .unknownPlaceholder(let name): "unknown placeholder {\(name)}"
        case .repeatedPlaceholder(let placeholder): "{\(placeholder.rawValue)} stands twice"
        case .doubleStarBesideText: "** stands for whole segments, not for a part of one"
        }
    }

    /// What to do.
    public var remedy: String {
        switch problem {
        case .noLeadingSlash: "put a / in front, or /**/ for any folders"
        case .emptySegment: "write one /, or /*/ for any one segment"
        case .noPartOfPath: "leave it out; for articles told apart by their query there is identity_query"
        case .strayBrace: "close it within its segment, or write %7B for { and %7D for }"
        case .unknownPlaceholder: "there are \(Self.knownPlaceholders)"
        case .repeatedPlaceholder: "each placeholder may stand once; use * for the other"
        case .doubleStarBesideText: "give it a segment of its own (/**/), or write one *"
        }
    }

    private static let knownPlaceholders = Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")
}
