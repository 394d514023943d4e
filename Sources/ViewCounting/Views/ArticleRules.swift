/// The rules that decide which request targets are articles, and which article each one is.
///
/// Section 3 of the counting rules but for the catalogue. A value is made once, from the profile, and then asked for
/// each distinct target; it may be shared between threads.
public struct ArticleRules: Sendable {
    /// The patterns, tried in order. Without any, every path that is no file of the site is an article.
    public let patterns: [PathPattern]
    /// The names of the parameters that are kept where the key is the whole path.
    public let identityQuery: [String]

    private let keptQuery: KeptQuery

    public init(patterns: [PathPattern] = [], identityQuery: [String] = []) {
        self.patterns = patterns
        self.identityQuery = identityQuery
        keptQuery = KeptQuery(names: identityQuery)
    }

    /// Whether two targets that differ only in their query can be different articles.
    public var dependsOnQuery: Bool {
        !identityQuery.isEmpty && (patterns.isEmpty || patterns.contains { !$0.placeholders.contains(.id) })
    }

    /// Which article the target stands for, or why it stands for none.
    public func judge(target: [UInt8]) -> TargetVerdict {
        var notes = NoNotes()
        return walk(target, notes: &notes)
    }

    /// Takes a target through all steps and tells each one.
    func walk(_ target: [UInt8], notes: inout some StepNotes) -> TargetVerdict {
        guard let (path, query) = CanonicalPath.walk(target, notes: &notes) else { return .otherPage(.noPath) }
        var pattern: Int?
        var captures = CaptureRanges()
        var key = path
        if patterns.isEmpty {
            if let reason = SiteFiles.reasonAgainst(path) { return .otherPage(reason) }
        } else {
            pattern = firstFit(path, captures: &captures)
            guard let pattern else { return .otherPage(.noPatternFits(path: path)) }
            key = Self.key(captures, hasDate: patterns[pattern].keyHasDate, of: path)
            notes.note(.pattern(patterns[pattern]), path, key)
        }
        if captures[.id] == nil {
            let whole = keptQuery.added(to: key, from: query)
            notes.note(.keptQuery, key, whole)
            key = whole
        }
        let section = (captures[.section] ?? Self.firstOfSeveralSegments(path)).map { Array(path[$0]) }
        notes.note(.section, path, section ?? [])
        return .article(ArticleAddress(key: key, path: path, section: section, pattern: pattern))
    }

    /// The place of the first pattern that fits, and what its placeholders take.
    private func firstFit(_ path: [UInt8], captures: inout CaptureRanges) -> Int? {
        guard let segments = PathSegments(path) else { return nil }
        return patterns.indices.first { patterns[$0].fits(segments, captures: &captures) }
    }

    /// `{id}`, or `{date}-{id}` where both stand in one segment; without `{id}` the path.
    private static func key(_ captures: CaptureRanges, hasDate: Bool, of path: [UInt8]) -> [UInt8] {
        guard let id = captures[.id] else { return path }
        guard hasDate, let date = captures[.date] else { return Array(path[id]) }
        return path[date] + [.hyphen] + path[id]
    }

    private static func firstOfSeveralSegments(_ path: [UInt8]) -> Range<Int>? {
        path.dropFirst().firstIndex(of: .slash).map { 1..<$0 }
    }
}
