import ViewCounting

/// Brings candidates into the order in which they are tried, and leaves out those that add nothing.
enum PatternOrder {
    /// The particular before the general.
    static func sorted(_ candidates: Set<String>) -> [PathPattern] {
        candidates.compactMap { try? PathPattern($0) }.sorted { rank($0) < rank($1) }
    }

    private static func rank(_ pattern: PathPattern) -> (Int, Int, Int, Int, String) {
        let isOpen = pattern.source.contains("**") ? 1 : 0
        let telling = pattern.placeholders.isDisjoint(with: [.date, .year]) ? 1 : 0
        let literal = pattern.source.replacing(/\{[a-z]+\}|\*/, with: "").utf8.count
        let hasID = pattern.placeholders.contains(.id) ? 0 : 1
        return (isOpen, telling, -literal, hasID, pattern.source)
    }

    /// Without those that take fewer lines than that.
    static func withoutIdle(_ patterns: [PathPattern], _ paths: [PathForm.Path], leastLines: Int) -> [PathPattern] {
        var lines = Array(repeating: 0, count: patterns.count)
        for path in paths {
            if let index = first(of: patterns, fitting: path.text) { lines[index] += path.lines }
        }
        return patterns.indices.filter { lines[$0] > 0 && lines[$0] >= leastLines }.map { patterns[$0] }
    }

    /// Without those whose paths get the same keys and sections from the patterns that are left.
    static func withoutRedundant(_ patterns: [PathPattern], _ paths: [PathForm.Path]) -> [PathPattern] {
        var left = patterns
        for pattern in patterns where left.count > 1 {
            let fewer = left.filter { $0.source != pattern.source }
            let (all, some) = (ArticleRules(patterns: left), ArticleRules(patterns: fewer))
            let isRedundant = paths.allSatisfy { path in
                guard pattern.match(path: Array(path.text.utf8)) != nil else { return true }
                return address(path, all) == address(path, some)
            }
            if isRedundant { left = fewer }
        }
        return left
    }

    private static func address(_ path: PathForm.Path, _ rules: ArticleRules) -> [[UInt8]?]? {
        guard case .article(let article) = rules.judge(target: Array(path.text.utf8)) else { return nil }
        return [article.key, article.section]
    }

    static func first(of patterns: [PathPattern], fitting path: String) -> Int? {
        let bytes = Array(path.utf8)
        return patterns.firstIndex { $0.match(path: bytes) != nil }
    }
}
