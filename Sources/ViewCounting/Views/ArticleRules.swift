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
        walk(target) { _, _, _ in }
    }

    /// Takes a target through all steps and tells each one to `note`.
    func walk(_ target: [UInt8], note: (Resolution.Stage, [UInt8], [UInt8]) -> Void) -> TargetVerdict {
        guard let (path, query) = CanonicalPath.walk(target, note: note) else { return .otherPage(.noPath) }
        var captures: PathCaptures?
        var key = path
        if patterns.isEmpty {
            if let reason = SiteFiles.reasonAgainst(path) { return .otherPage(reason) }
        } else {
            guard let (pattern, taken) = firstMatch(path) else { return .otherPage(.noPatternFits(path: path)) }
            captures = taken
            key = Self.key(pattern, taken) ?? path
            note(.pattern(pattern), path, key)
        }
        if captures?[.id] == nil {
            let whole = key + keptQuery.suffix(of: query)
            note(.keptQuery, key, whole)
            key = whole
        }
        let section = captures?[.section] ?? Self.firstOfSeveralSegments(path)
        note(.section, path, section ?? [])
        return .article(ArticleAddress(key: key, path: path, section: section))
    }

    private func firstMatch(_ path: [UInt8]) -> (PathPattern, PathCaptures)? {
        for pattern in patterns {
            if let captures = pattern.match(path: path) { return (pattern, captures) }
        }
        return nil
    }

    /// `{id}`, or `{date}-{id}` where both stand in one segment; nil without `{id}`.
    private static func key(_ pattern: PathPattern, _ captures: PathCaptures) -> [UInt8]? {
        guard let id = captures[.id] else { return nil }
        guard pattern.keyHasDate, let date = captures[.date] else { return id }
        return date + [.hyphen] + id
    }

    private static func firstOfSeveralSegments(_ path: [UInt8]) -> [UInt8]? {
        let afterFirstSlash = path.dropFirst()
        guard let slash = afterFirstSlash.firstIndex(of: .slash) else { return nil }
        return Array(afterFirstSlash[..<slash])
    }
}
