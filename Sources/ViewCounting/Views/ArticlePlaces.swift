import LogReading

/// Where in a canonical path its article's key and section lie: an `ArticleAddress` before anything of it is copied.
struct ArticlePlaces {
    /// The place in the profile's list of the pattern that fits; nil without patterns.
    let pattern: Int?
    /// `{section}`, else the first of two or more segments.
    let section: Range<Int>?
    /// `{id}`; without it the whole path.
    let id: Range<Int>
    /// Whether the key is not the whole path.
    let isKnownByID: Bool
    /// `{date}`, where the key is the date, a hyphen and the `{id}`.
    private let date: Range<Int>?

    init(_ captures: CaptureRanges, pattern: Int?, hasDate: Bool, of path: ByteView) {
        self.pattern = pattern
        section = captures[.section] ?? ArticlePlaces.firstOfSeveralSegments(path)
        isKnownByID = captures[.id] != nil
        id = captures[.id] ?? 0..<path.count
        date = hasDate ? captures[.date] : nil
    }

    private static func firstOfSeveralSegments(_ path: ByteView) -> Range<Int>? {
        path.firstIndex(of: .slash, from: 1).map { 1..<$0 }
    }

    /// What the article is counted under, but for parts of a query.
    func key(of path: ByteView) -> [UInt8] {
        guard let date else { return path[id].bytes }
        return path[date].bytes + [.hyphen] + path[id].bytes
    }

    /// Lends key, path and section for the time of the call.
    func withPage<Result>(of path: ByteView, _ body: (PageBytes) -> Result) -> Result {
        let section = section.map { path[$0] }
        guard let date else { return body(PageBytes(key: path[id], path: path, section: section)) }
        // As written, in nearly all patterns that have both.
        if date.upperBound + 1 == id.lowerBound, path[date.upperBound] == .hyphen {
            return body(PageBytes(key: path[date.lowerBound..<id.upperBound], path: path, section: section))
        }
        return key(of: path).withByteView { body(PageBytes(key: $0, path: path, section: section)) }
    }
}

/// What a page is known by, as bytes of somebody else's buffer.
struct PageBytes {
    let key: ByteView
    let path: ByteView
    let section: ByteView?
}

extension ArticleAddress {
    /// Lends key, path and section for the time of the call.
    func withPage<Result>(_ body: (PageBytes) -> Result) -> Result {
        key.withByteView { key in
            path.withByteView { path in
                guard let section else { return body(PageBytes(key: key, path: path, section: nil)) }
                return section.withByteView { body(PageBytes(key: key, path: path, section: $0)) }
            }
        }
    }
}
