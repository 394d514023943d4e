import Foundation

/// `docs/errors.md`: what the cases tell, and below it by hand what no case can show.
struct ErrorPage {
    static let project = Case.root.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let file = project.appendingPathComponent("docs/errors.md")

    private static let beginning = "<!-- from the cases -->\n"
    private static let end = "<!-- end -->\n"

    /// Of all that was told the fewest lines, roughly, in which each sentence of the program stands.
    static func examples(of told: [ToldError], sentences: Set<String>) -> [ToldError] {
        var missing = sentences
        return told.filter { error in
            let message = SwiftSentences.normalized(error.message)
            let found = missing.filter { message.contains($0) }
            missing.subtract(found)
            return !found.isEmpty
        }
    }

    /// A heading for each exit status, and below it a line for each message.
    static func text(of examples: [ToldError]) -> String {
        Dictionary(grouping: examples, by: \.status).sorted { $0.key < $1.key }.map { status, errors in
            let heading = status == 0 ? "Exit status 0, with a warning" : "Exit status \(status)"
            let lines = errors.map { "- \(code($0.message)) ([\($0.test)](\(caseLink($0.test))))\n" }
            return "### \(heading)\n\(lines.joined())"
        }.joined(separator: "\n")
    }

    private static func caseLink(_ name: String) -> String { "../Tests/EndToEndTests/Cases/\(name)/command" }

    /// A span of code, whatever backticks the message has.
    private static func code(_ message: String) -> String {
        message.contains("`") ? "`` \(message) ``" : "`\(message)`"
    }

    let page: String

    init() throws {
        page = try String(contentsOf: ErrorPage.file, encoding: .utf8)
    }

    private var pieces: (before: Substring, made: Substring, after: Substring)? {
        guard let start = page.firstRange(of: ErrorPage.beginning),
            let end = page[start.upperBound...].firstRange(of: ErrorPage.end)
        else { return nil }
        return (page[..<start.upperBound], page[start.upperBound..<end.lowerBound], page[end.lowerBound...])
    }

    /// What was made of the cases.
    var made: String { pieces.map { String($0.made) } ?? "" }

    /// The page with this in its place.
    func with(_ text: String) -> String {
        pieces.map { "\($0.before)\(text)\($0.after)" } ?? page
    }

    /// The first column of the table below: sentences that no case can have the program say.
    var sentencesWithoutCase: [String] {
        (pieces?.after ?? "").matches(of: /(?m)^\| `+ ?(.+?) ?`+ \|/).map { String($0.1) }
    }
}
