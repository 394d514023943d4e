import Foundation
import Testing

@testable import ViewCounting

@Suite("The page about patterns")
struct PatternPageTests {
    private let page: String

    init() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        page = try String(contentsOf: root.appendingPathComponent("docs/patterns.md"), encoding: .utf8)
    }

    @Test("Its examples do what it says")
    func examples() throws {
        // A row of three cells in backquotes: pattern, path, what is taken.
        let rows = page.split(separator: "\n").compactMap { line -> [Substring]? in
            let parts = line.split(separator: "`", omittingEmptySubsequences: false)
            return parts.count == 7 && line.hasPrefix("| `/") ? [parts[1], parts[3], parts[5]] : nil
        }
        #expect(rows.count >= 12)
        for row in rows {
            let captures = try PathPattern(String(row[0])).match(path: Array(row[1].utf8))
            let taken = Placeholder.allCases.compactMap { placeholder in
                captures?[placeholder].map { "\(placeholder.rawValue)=\(String(decoding: $0, as: UTF8.self))" }
            }
            let said = row[2].split(separator: " ").map(String.init).sorted()
            let found = captures == nil ? ["match", "no"] : taken.isEmpty ? ["match"] : taken.sorted()
            #expect(found == said, "\(row[0])")
        }
    }

    @Test("It names each placeholder with its digits", arguments: Placeholder.allCases)
    func placeholders(placeholder: Placeholder) {
        let digits = placeholder.digits.map { "exactly \($0) digits" } ?? "one or more bytes of a segment"
        #expect(page.contains("| `{\(placeholder.rawValue)}` | \(digits)"))
    }
}
