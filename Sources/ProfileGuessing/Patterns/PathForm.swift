/// The kinds of a path's segments: paths of one form may be of one pattern.
struct PathForm: Hashable {
    /// All but the last one.
    let folders: [SegmentKind]
    let leaf: SegmentKind
    /// `.html` and the like behind the last segment, or nothing.
    let ending: String

    /// A path taken apart.
    struct Path {
        let text: String
        let lines: Int
        let segments: [Substring]
        let form: PathForm
    }

    /// A path of more segments is no article's that a pattern could be found for.
    private static let mostSegments = 8
    private static let longestEnding = 5

    /// Nil for the front page, and for paths of very many segments.
    static func path(_ text: String, lines: Int) -> Path? {
        var segments = text.split(separator: "/")
        guard let last = segments.last, segments.count <= mostSegments else { return nil }
        let stem = stem(of: last)
        let ending = String(last[stem.endIndex...])
        segments[segments.count - 1] = stem
        var kinds: [SegmentKind] = []
        for segment in segments { kinds.append(SegmentKind.of(segment, after: kinds.last)) }
        let folders = Array(kinds.dropLast())
        var leaf = kinds.last ?? .name
        // Behind a date one word is a headline too.
        if leaf == .name, folders.contains(where: \.isOfDate) { leaf = .slug }
        return Path(
            text: text, lines: lines, segments: segments,
            form: PathForm(folders: folders, leaf: leaf, ending: ending))
    }

    private static func stem(of segment: Substring) -> Substring {
        guard let dot = segment.lastIndex(of: "."), dot > segment.startIndex else { return segment }
        let ending = segment[dot...].dropFirst()
        guard (1...longestEnding).contains(ending.utf8.count), ending.allSatisfy(\.isLetter) else { return segment }
        return segment[..<dot]
    }
}
