import Yams

/// The text of a profile and its name, from which errors get their place.
struct ProfileSource {
    let file: String
    let text: String

    /// An error at a node of the YAML; `at` is the Unicode scalar of its text, counted from 0, if one is meant.
    func error(_ problem: String, _ remedy: String, at node: Node, scalar offset: Int? = nil) -> ProfileError {
        let mark = node.mark
        let shift = offset.flatMap { columns(to: $0, in: node) } ?? 0
        return ProfileError(
            file: file, line: mark?.line, column: mark.map { $0.column + shift }, problem: problem, remedy: remedy)
    }

    /// How many columns right of a node's mark a scalar of its text stands.
    ///
    /// Nil where that is not to be seen: in block texts, texts of several lines and texts with escapes before it.
    private func columns(to offset: Int, in node: Node) -> Int? {
        guard let mark = node.mark, case .scalar(let scalar) = node, let line = line(mark.line) else { return nil }
        let written = line.dropFirst(max(0, mark.column - 1))
        let quotes: [Unicode.Scalar] = ["\"", "'"]
        let open = written.first.map(quotes.contains) == true ? 1 : 0
        let before = scalar.string.unicodeScalars.prefix(offset)
        return written.dropFirst(open).starts(with: before) ? open + before.count : nil
    }

    /// A line of the text, counted from 1.
    private func line(_ number: Int) -> Substring.UnicodeScalarView? {
        var rest = text.unicodeScalars[...]
        for _ in 1..<max(1, number) {
            guard let end = rest.firstIndex(of: "\n") else { return nil }
            rest = rest[rest.index(after: end)...]
        }
        return rest.prefix { $0 != "\n" }
    }
}
