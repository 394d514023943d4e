import LogReading

/// The way from a request target to the one path that stands for all its spellings.
///
/// Steps 1 to 4 of section 3 of the counting rules, each as a function, in the order in which they are taken:
///
/// 1. `withoutOrigin`, `withoutFragment`, `splitAtQuery`: scheme and authority, fragment and query go;
/// 2. `PercentEscapes.normalized`: one spelling (RFC 3986, section 6.2.2);
/// 3. `withoutEmptySegments`, `withoutDotSegments` (RFC 3986, section 5.2.4);
/// 4. `withoutEndings`: what the same page is also served under.
///
/// The result begins with `/`, ends with `/` only where it is `/`, holds no `//`, no `?`, no `#` and no byte outside
/// printable ASCII, and is its own canonical path. Case is never folded. Any bytes may come in; a target that is no
/// path (`*`, `host:443`) gives nil. Every step takes time in proportion to the bytes.
public enum CanonicalPath {
    /// The canonical path of a request target, or nil if the target is no path.
    public static func of(target: [UInt8]) -> [UInt8]? {
        target.withByteView { target in
            var reader = PathReader()
            return reader.path(of: target)?.bytes
        }
    }

    /// A text, such as the name of a section, spelt as one segment of a canonical path; a slash in it is escaped.
    public static func segment(_ text: [UInt8]) -> [UInt8] {
        PercentEscapes.normalized(path: text).flatMap { $0 == .slash ? Array("%2F".utf8) : [$0] }
    }

    /// Takes a target through the steps one by one and tells each one; `PathReader` takes them all at once.
    ///
    /// Gives the canonical path and the query, as it was sent or nil; nil for a target that is no path.
    static func walk(_ target: [UInt8], notes: inout StepNotes) -> (path: [UInt8], query: [UInt8]?)? {
        let local = withoutOrigin(target)
        notes.note(.origin, target, local)
        guard local.first == .slash else { return nil }
        let whole = withoutFragment(local)
        notes.note(.fragment, local, whole)
        let (raw, query) = splitAtQuery(whole)
        notes.note(.query, whole, raw)
        let spelt = PercentEscapes.normalized(path: raw)
        notes.note(.escapes, raw, spelt)
        let single = withoutEmptySegments(spelt)
        notes.note(.slashes, spelt, single)
        let resolved = withoutDotSegments(single)
        notes.note(.dotSegments, single, resolved)
        let path = resolved.withByteView { withoutEndings($0).bytes }
        notes.note(.endings, resolved, path)
        return (path, query)
    }

    // MARK: Step 1

    /// The target without `scheme://authority`; a `/` is put in where the authority is not followed by one.
    private static func withoutOrigin(_ target: [UInt8]) -> [UInt8] {
        guard let end = target.withByteView({ endOfOrigin($0) }) else { return target }
        let rest = target[end...]
        return rest.first == .slash ? Array(rest) : [.slash] + rest
    }

    /// The index behind `scheme://authority`: the scheme is a letter, then letters, digits, `+`, `-`, `.` (RFC 3986, section 3.1),
    /// the authority ends before `/`, `?` or `#`.
    static func endOfOrigin(_ target: ByteView) -> Int? {
        guard target.count > 0, target[0].isLetter else { return nil }
        var index = 1
        while index < target.count, target[index].isSchemeByte { index += 1 }
        for byte in "://".utf8 {
            guard index < target.count, target[index] == byte else { return nil }
            index += 1
        }
        while index < target.count, ![.slash, .questionMark, .numberSign].contains(target[index]) { index += 1 }
        return index
    }

    /// The target up to its first `#`.
    private static func withoutFragment(_ target: [UInt8]) -> [UInt8] {
        guard let mark = target.firstIndex(of: .numberSign) else { return target }
        return Array(target[..<mark])
    }

    /// The path before the first `?`, and the query behind it or nil.
    private static func splitAtQuery(_ target: [UInt8]) -> (path: [UInt8], query: [UInt8]?) {
        guard let mark = target.firstIndex(of: .questionMark) else { return (target, nil) }
        return (Array(target[..<mark]), Array(target[(mark + 1)...]))
    }

    /// The query of a target that has a path, as it was sent, or nil.
    static func query(of target: ByteView) -> ByteView? {
        let end = target.firstIndex(of: .numberSign) ?? target.count
        return target.firstIndex(of: .questionMark, 0..<end).map { target[($0 + 1)..<end] }
    }

    // MARK: Step 3

    /// The path with each run of slashes as one.
    private static func withoutEmptySegments(_ path: [UInt8]) -> [UInt8] {
        guard path.indices.dropFirst().contains(where: { path[$0] == .slash && path[$0 - 1] == .slash }) else {
            return path
        }
        var result: [UInt8] = []
        result.reserveCapacity(path.count)
        for byte in path where !(byte == .slash && result.last == .slash) {
            result.append(byte)
        }
        return result
    }

    /// The path with `.` and `..` resolved; `..` at the root stays at the root.
    ///
    /// The path begins with `/` and has no empty segments. A dot segment at the end leaves a `/` there, as in the RFC.
    private static func withoutDotSegments(_ path: [UInt8]) -> [UInt8] {
        guard path.contains(.dot) else { return path }
        var result: [UInt8] = []
        result.reserveCapacity(path.count)
        var start = 1
        while start <= path.count {
            let end = path[start...].firstIndex(of: .slash) ?? path.count
            let segment = path[start..<end]
            let isDot = segment.elementsEqual([.dot])
            let isTwoDots = segment.elementsEqual([.dot, .dot])
            if isTwoDots { result.removeSubrange((result.lastIndex(of: .slash) ?? 0)...) }
            if !isDot && !isTwoDots {
                result.append(.slash)
                result += segment
            } else if end == path.count {
                result.append(.slash)
            }
            start = end + 1
        }
        return result
    }

    // MARK: Step 4

    /// The path without the endings under which the same page is served again; `/` where nothing is left.
    ///
    /// As often as one fits: `/index.html`, `/index.htm`, `/index.php`, `/amp`, `/page/` and digits, `/`.
    static func withoutEndings(_ path: ByteView) -> ByteView {
        var end = path.count
        while let shorter = endWithoutOneEnding(path, end) { end = shorter }
        // The path's first byte is a slash.
        return path[0..<max(end, 1)]
    }

    /// Where the path's first `end` bytes end without an ending; nil if none fits. Their last byte tells which can.
    private static func endWithoutOneEnding(_ path: ByteView, _ end: Int) -> Int? {
        guard end > 0 else { return nil }
        switch path[end - 1] {
        case .slash: return end - 1
        case UInt8(ascii: "l"): return start(of: "/index.html", in: path, end)
        case UInt8(ascii: "m"): return start(of: "/index.htm", in: path, end)
        case UInt8(ascii: "p"): return start(of: "/amp", in: path, end) ?? start(of: "/index.php", in: path, end)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var beforeDigits = end - 1
            while beforeDigits >= 0, path[beforeDigits].isDigit { beforeDigits -= 1 }
            return start(of: "/page/", in: path, beforeDigits + 1)
        default: return nil
        }
    }

    /// Where an ending begins, if the path's first `end` bytes have it.
    private static func start(of ending: StaticString, in path: ByteView, _ end: Int) -> Int? {
        let start = end - ending.utf8CodeUnitCount
        guard start >= 0, path[start] == .slash else { return nil }
        let ending = ByteView(base: ending.utf8Start, count: ending.utf8CodeUnitCount)
        return path[start..<end].isEqual(to: ending) ? start : nil
    }
}
