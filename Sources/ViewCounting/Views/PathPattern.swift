/// A pattern for paths, such as `/{section}/**/{date}-{id}`, as section 3, step 5 of the counting rules defines it.
///
///     let pattern = try PathPattern("/{section}/{date}-{id}")
///     let captures = pattern.match(path: Array("/politics/20260302-981".utf8))
///     captures?[.id]     // the bytes of "981"
///
/// A pattern is compared with a canonical path (`CanonicalPath`); other bytes do no harm but fit by chance only.
/// There are no alternatives, no optional parts and no way to match a query.
public struct PathPattern: Sendable {
    /// The pattern as it was written.
    public let source: String

    /// The segments, cut at each `**`: one run without any, an empty run where nothing stands beside a `**`.
    let runs: [[Segment]]

    /// The same, laid out for being compared with paths.
    let list: PatternList

    /// The placeholders that stand in the pattern.
    public let placeholders: Set<Placeholder>

    /// Whether `{date}` stands in the segment of `{id}` and so is part of the key.
    let keyHasDate: Bool

    /// Reads a pattern; throws at its first mistake from the left.
    public init(_ source: String) throws(PatternError) {
        self.source = source
        runs = try Self.runs(of: Array(source.utf8))
        let segments = runs.joined()
        list = PatternList([runs])
        placeholders = segments.reduce(into: []) { $0.formUnion($1.placeholders) }
        keyHasDate = segments.contains { $0.placeholders.isSuperset(of: [.id, .date]) }
    }
}
