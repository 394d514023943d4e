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
        walk(target) { _, _, _ in }?.path
    }

    /// Takes a target through the steps and tells each one to `note`: the only place that knows their order.
    ///
    /// Gives the canonical path and the query, as it was sent or nil; nil for a target that is no path.
    static func walk(
        _ target: [UInt8], note: (Resolution.Stage, [UInt8], [UInt8]) -> Void
    ) -> (path: [UInt8], query: [UInt8]?)? {
        let local = withoutOrigin(target)
        note(.origin, target, local)
        guard local.first == .slash else { return nil }
        let whole = withoutFragment(local)
        note(.fragment, local, whole)
        let (raw, query) = splitAtQuery(whole)
        note(.query, whole, raw)
        let spelt = PercentEscapes.normalized(path: raw)
        note(.escapes, raw, spelt)
        let single = withoutEmptySegments(spelt)
        note(.slashes, spelt, single)
        let resolved = withoutDotSegments(single)
        note(.dotSegments, single, resolved)
        let path = withoutEndings(resolved)
        note(.endings, resolved, path)
        return (path, query)
    }

    // MARK: Step 1

    /// The target without `scheme://authority`; a `/` is put in where the authority is not followed by one.
    private static func withoutOrigin(_ target: [UInt8]) -> [UInt8] {
        guard let afterScheme = endOfScheme(target) else { return target }
        let isEnd: (UInt8) -> Bool = { $0 == .slash || $0 == .questionMark || $0 == .numberSign }
        let rest = target[(target[afterScheme...].firstIndex(where: isEnd) ?? target.endIndex)...]
        return rest.first == .slash ? Array(rest) : [.slash] + rest
    }

    /// The index behind `scheme://`: a letter, then letters, digits, `+`, `-`, `.` (RFC 3986, section 3.1).
    private static func endOfScheme(_ target: [UInt8]) -> Int? {
        guard let first = target.first, first.isLetter else { return nil }
        let isScheme: (UInt8) -> Bool = {
            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == .hyphen || $0 == .dot
        }
        guard let colon = target.firstIndex(where: { !isScheme($0) }) else { return nil }
        return target[colon...].starts(with: "://".utf8) ? colon + "://".utf8.count : nil
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

    // MARK: Step 3

    /// The path with each run of slashes as one.
    private static func withoutEmptySegments(_ path: [UInt8]) -> [UInt8] {
        guard zip(path, path.dropFirst()).contains(where: { $0 == .slash && $1 == .slash }) else { return path }
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
        let dots: [ArraySlice<UInt8>] = [[.dot], [.dot, .dot]]
        let segments = path.dropFirst().split(separator: .slash, omittingEmptySubsequences: false)
        guard segments.contains(where: dots.contains) else { return path }
        var kept: [ArraySlice<UInt8>] = []
        for segment in segments {
            if segment == dots[1] {
                _ = kept.popLast()
            } else if segment != dots[0] {
                kept.append(segment)
            }
        }
        if let last = segments.last, dots.contains(last) { kept.append([]) }
        return [.slash] + kept.joined(separator: [.slash])
    }

    // MARK: Step 4

    /// The path without the endings under which the same page is served again; `/` where nothing is left.
    ///
    /// As often as one fits: `/index.html`, `/index.htm`, `/index.php`, `/amp`, `/page/` and digits, `/`.
    private static func withoutEndings(_ path: [UInt8]) -> [UInt8] {
        var rest = path[...]
        while let shorter = withoutOneEnding(rest) { rest = shorter }
        if rest.isEmpty { return [.slash] }
        return rest.count == path.count ? path : Array(rest)
    }

    private static let endings = ["/index.html", "/index.htm", "/index.php", "/amp", "/"].map { Array($0.utf8) }

    private static let pageEnding = Array("/page/".utf8)

    private static func withoutOneEnding(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for ending in endings where path.reversed().starts(with: ending.reversed()) {
            return path.dropLast(ending.count)
        }
        guard let last = path.last, last.isDigit, let beforeDigits = path.lastIndex(where: { !$0.isDigit }) else {
            return nil
        }
        let head = path[...beforeDigits]
        return head.reversed().starts(with: pageEnding.reversed()) ? head.dropLast(pageEnding.count) : nil
    }
}
