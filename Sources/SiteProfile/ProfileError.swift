/// Why a profile cannot be used: where, what is wrong, and what to do about it.
///
/// Its description is one line: `site.yaml:7:5: unknown key "artciles" in the profile; did you mean "articles"?`
public struct ProfileError: Error, Hashable, Sendable {
    /// The file, as it was named to the program.
    public let file: String
    /// Counted from 1; nil where the trouble is with the file as a whole.
    public let line: Int?
    /// Counted from 1, in Unicode scalars; nil where `line` is.
    public let column: Int?
    /// What is wrong, without a full stop.
    public let problem: String
    /// What to do about it, without a full stop.
    public let remedy: String

    public init(file: String, line: Int? = nil, column: Int? = nil, problem: String, remedy: String) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
        self.remedy = remedy
    }
}

extension ProfileError: CustomStringConvertible {
    public var description: String {
        let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
        return "\(place): \(problem); \(remedy)".onOneLine
    }
}

extension String {
    /// The text with control characters as `\u{1b}`, so that it stays one line and does nothing to a terminal.
    var onOneLine: String {
        unicodeScalars.reduce(into: "") { line, scalar in
            if scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
                || scalar.properties.generalCategory == .lineSeparator
                || scalar.properties.generalCategory == .paragraphSeparator
            {
                line += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
    }
}
