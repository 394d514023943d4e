/// A pattern for paths, such as `/{section}/**/{date}-{id}`, as section 3, step 5 of the counting rules defines it.
///
///     let pattern = try PathPattern("/{section}/{date}-{id}")
///     let captures = pattern.match(path: Array("/politics/20260302-981".utf8))
///     captures?[.id]     // the bytes of "981"
///
/// A pattern is compared with a canonical path (`CanonicalPath`); other bytes do no harm but fit by chance only.
/// There are no alternatives, no optional parts and no way to match a query.
public struct PathPattern: Sendable {
    /// A piece of a segment.
    enum Token: Hashable, Sendable {
        /// These bytes, in their one spelling.
        case text([UInt8])
        /// `*`: one or more bytes, as few as can be.
        case anyBytes
        /// A placeholder, which captures what it takes.
        case capture(Placeholder)
    }

    /// A part of the pattern between slashes.
    enum Segment: Hashable, Sendable {
        /// `**`: zero or more whole segments, as few as can be.
        case anySegments
        /// One segment, made of these tokens; at least one.
        case tokens([Token])
    }

    /// The pattern as it was written.
    public let source: String

    /// The segments in order; none for the pattern `/`.
    let segments: [Segment]

    /// Whether a `**` stands in the pattern.
    let hasAnySegments: Bool

    /// The placeholders that stand in the pattern.
    public let placeholders: Set<Placeholder>

    /// Whether `{date}` stands in the segment of `{id}` and so is part of the key.
    let keyHasDate: Bool

    /// Reads a pattern; throws at its first mistake from the left.
    public init(_ source: String) throws(PatternError) {
        self.source = source
        segments = try Self.segments(of: Array(source.utf8))
        hasAnySegments = segments.contains(.anySegments)
        let captured = segments.map { segment -> Set<Placeholder> in
            guard case .tokens(let tokens) = segment else { return [] }
            return Set(tokens.compactMap { if case .capture(let placeholder) = $0 { placeholder } else { nil } })
        }
        placeholders = captured.reduce(into: []) { $0.formUnion($1) }
        keyHasDate = captured.contains { $0.isSuperset(of: [.id, .date]) }
    }
}
