import Reporting
import ViewCounting

/// Patterns of the profile that fitted nothing although pages were read: most likely they are wrong.
struct PatternWarnings {
    private let idlePatterns: [PathPattern]
    /// The commonest shapes of paths that fitted no pattern, with their lines.
    private let shapes: [(shape: String, lines: Int)]

    private static let shownShapes = 5

    init(_ patterns: [PathPattern], _ workers: [WorkerCounts]) {
        let fitting = workers.reduce(into: Set<Int>()) { $0.formUnion($1.fittingPatterns) }
        let lines = workers.reduce(into: [String: Int]()) { $0.merge($1.unmatchedShapes, uniquingKeysWith: +) }
        let pagesWereRead = !fitting.isEmpty || lines.values.contains { $0 > 0 }
        idlePatterns = pagesWereRead ? patterns.indices.filter { !fitting.contains($0) }.map { patterns[$0] } : []
        shapes = Array(
            lines.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .prefix(PatternWarnings.shownShapes).map { ($0.key, $0.value) })
    }

    func tell(_ console: Console, profile: String?) {
        guard !idlePatterns.isEmpty else { return }
        let patterns = idlePatterns.map(\.source).joined(separator: "  ")
        let unmatched =
            shapes.isEmpty
            ? "every page that was read fits another one"
            : "the commonest paths that fit none: "
                + shapes.map { "\($0.shape) (\(Figures.count($0.lines, "line", "lines")))" }.joined(separator: ", ")
        console.warning(
            "\(profile ?? "profile"): patterns that no page of this run fits: \(patterns); \(unmatched); "
                + "check `articles`, and try one with: accessrank resolve TARGET --profile \(profile ?? "FILE")")
    }
}
