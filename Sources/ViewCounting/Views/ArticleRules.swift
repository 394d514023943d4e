import LogReading

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
    private let list: PatternList
    /// By pattern, whether a date is part of the key.
    private let keysWithDate: [Bool]

    public init(patterns: [PathPattern] = [], identityQuery: [String] = []) {
        self.patterns = patterns
        self.identityQuery = identityQuery
        keptQuery = KeptQuery(names: identityQuery)
        list = PatternList(patterns)
        keysWithDate = patterns.map(\.keyHasDate)
    }

    /// Whether two targets that differ only in their query can be different articles.
    public var dependsOnQuery: Bool {
        !identityQuery.isEmpty && (patterns.isEmpty || patterns.contains { !$0.placeholders.contains(.id) })
    }

    /// Which article the target stands for, or why it stands for none.
    public func judge(target: [UInt8]) -> TargetVerdict {
        target.withByteView { target in
            var reader = PathReader()
            guard let path = reader.path(of: target) else { return .otherPage(.noPath) }
            guard let article = article(at: path) else { return .otherPage(reason(against: path)) }
            var key = article.key(of: path)
            if !article.isKnownByID, !keptQuery.names.isEmpty {
                key = keptQuery.added(to: key, from: CanonicalPath.query(of: target)?.bytes)
            }
            return .article(
                ArticleAddress(
                    key: key, path: path.bytes, section: article.section.map { path[$0].bytes },
                    pattern: article.pattern))
        }
    }

    /// The article that a canonical path stands for, without any query; nil if it stands for none.
    ///
    /// It is asked for each distinct target, and copies nothing; only a segment that can be split in several ways, or a path of more
    /// segments than usual, takes memory (`FitTable`, `PathSegments`).
    func article(at path: ByteView) -> ArticlePlaces? {
        var captures = CaptureRanges()
        if patterns.isEmpty {
            if SiteFiles.reason(against: path) != nil { return nil }
            return ArticlePlaces(captures, pattern: nil, hasDate: false, of: path)
        }
        guard let pattern = list.firstFit(path, captures: &captures) else { return nil }
        return ArticlePlaces(captures, pattern: pattern, hasDate: keysWithDate[pattern], of: path)
    }

    /// Why a canonical path is no article.
    private func reason(against path: ByteView) -> OtherPageReason {
        guard patterns.isEmpty, let reason = SiteFiles.reason(against: path) else {
            return .noPatternFits(path: path.bytes)
        }
        return switch reason {
        case .siteFile: .siteFile(path: path.bytes)
        case .asset(let ending): .asset(path: path.bytes, ending: path[ending].bytes.map(\.asciiLowercased))
        }
    }

    /// Takes a target through all steps and tells each one: `judge(target:)` one step after the other.
    func walk(_ target: [UInt8], notes: inout StepNotes) -> TargetVerdict {
        guard let (path, query) = CanonicalPath.walk(target, notes: &notes) else { return .otherPage(.noPath) }
        return path.withByteView { bytes in
            guard let article = article(at: bytes) else { return .otherPage(reason(against: bytes)) }
            var key = article.key(of: bytes)
            if let pattern = article.pattern { notes.note(.pattern(patterns[pattern]), path, key) }
            if !article.isKnownByID {
                let whole = keptQuery.added(to: key, from: query)
                notes.note(.keptQuery, key, whole)
                key = whole
            }
            let section = article.section.map { Array(path[$0]) }
            notes.note(.section, path, section ?? [])
            return .article(ArticleAddress(key: key, path: path, section: section, pattern: article.pattern))
        }
    }
}
