extension PathPattern {
    /// A part of the pattern between slashes that stands for one segment of a path.
    struct Segment: Hashable, Sendable {
        /// What it is made of; at least one.
        let tokens: [Token]

        init(_ tokens: [Token]) {
            self.tokens = tokens
        }

        var placeholders: Set<Placeholder> {
            Set(tokens.compactMap { if case .capture(let placeholder) = $0 { placeholder } else { nil } })
        }
    }

    /// A piece of a segment.
    enum Token: Hashable, Sendable {
        /// These bytes, in their one spelling.
        case text([UInt8])
        /// `*`: one or more bytes, as few as can be.
        case anyBytes
        /// A placeholder, which captures what it takes.
        case capture(Placeholder)
    }
}
