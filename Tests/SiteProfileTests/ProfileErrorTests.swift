import Foundation
import SiteProfile
import TestSupport
import Testing

@Suite("Mistakes in a profile")
struct ProfileErrorTests {
    @Test("A mistake is told with its place and its remedy", arguments: try Table.load("profile-errors", from: .module))
    func table(row: Table.Row) throws {
        let error = try #require(throws: ProfileError.self) { try Profile(yaml: row.text("yaml"), file: "site.yaml") }
        #expect(error.line.map(String.init) == row.text("line"), "\(error)")
        if row.text("column") != "*" { #expect(error.column.map(String.init) == row.text("column"), "\(error)") }
        #expect(error.description.contains(row.text("message")), "\(error)")
        #expect(!error.description.contains { $0.isNewline }, "A message is one line.")
    }

    @Test("A mistake reads as file, line, column, what is wrong, and what to do")
    func form() throws {
        let error = try #require(throws: ProfileError.self) {
            try Profile(yaml: "csv_bom: sometimes", file: "conf/site.yaml")
        }
        #expect(
            error.description == "conf/site.yaml:1:10: \"csv_bom\" has to be true or false, not \"sometimes\"; "
                + "write true or false, without quotes")
    }

    @Test("Text of the file cannot break or colour the message")
    func hostileText() throws {
        let error = try #require(throws: ProfileError.self) {
            try Profile(yaml: "timezone: \"a\\nb\\e[31m\\u202Ec\"", file: "site.yaml")
        }
        #expect(error.description.contains("\"a\\u{a}b\\u{1b}[31m\\u{202e}c\""))
    }

    @Test("Random YAML never traps", arguments: 0..<20)
    func randomText(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "site", "url", "top", "articles", "exclude", "robots", "lists", "clients", ": ", ":", "\n", "\n  ", "- ",
            "[", "]", "{", "}", ", ", "\"", "'", "/{id}", "/**", "10.0.0.0/8", "*a", "&a ", "~", "|\n", ">-\n",
            "!!int ",
            "7", "true", "<<: ", "? ", "%", "@", "#", "---\n", "\t", "é", "\u{1}",
        ]
        for _ in 0..<300 {
            let yaml = generator.row(of: pieces, upTo: 12).joined()
            _ = try? Profile(yaml: yaml, file: "site.yaml")
        }
    }
}
