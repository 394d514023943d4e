import Yams

extension ProfileSource {
    /// The root of the YAML, or nil for a text without any.
    func root() throws(ProfileError) -> Node? {
        do {
            return try Parser(yaml: text, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw profileError(error)
        } catch {
            throw ProfileError(file: file, problem: "cannot be read as YAML (\(error))", remedy: Self.syntaxRemedy)
        }
    }

    private static let syntaxRemedy =
        "check the indentation (spaces, no tabs), and put texts with { } [ ] : # * & or % in double quotes"

    private func profileError(_ error: YamlError) -> ProfileError {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let whole = [context?.text, problem].compactMap(\.self).joined(separator: ": ")
            return ProfileError(
                file: file, line: mark.line, column: mark.column, problem: "not YAML: \(whole)",
                remedy: Self.syntaxRemedy)
        case .reader(let problem, let offset, _, _):
            let (line, column) = place(ofCharacter: offset ?? 0)
            return ProfileError(
                file: file, line: line, column: column, problem: "not YAML: \(problem)",
                remedy: "take the character out, or write it in double quotes as an escape (\\x1b)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            return ProfileError(
                file: file, line: context.mark.line, column: context.mark.column,
                problem: "the key \"\(duplicates.first ?? "")\" stands more than once, here for the first time",
                remedy: "keep one of them")
        default:
            return ProfileError(file: file, problem: "cannot be read as YAML (\(error))", remedy: Self.syntaxRemedy)
        }
    }

    /// Line and column, counted from 1, of a character, counted from 0.
    private func place(ofCharacter offset: Int) -> (line: Int, column: Int) {
        let lines = text.prefix(offset).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
    }
}
