import ArticleRanking
import Foundation
import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("The block of a restated day")
struct RestatedBlockTests {
    @Test("Without the block, its markers and one empty line, the page is that of a day counted in one go")
    func standsOutside() throws {
        for made in try [MadeDay.complete(), MadeDay.partial(), MadeDay.withoutViews(), MadeDay.hostile()] {
            var report = made
            for restatement in try [MadeDay.restatement(), MadeDay.hostileRestatement(), nothing()] {
                report.restatement = restatement
                let page = report.markdown
                #expect(page != made.markdown)
                #expect(try withoutBlock(page) == made.markdown)
            }
        }
    }

    @Test("Nothing of it is in another file")
    func otherFiles() throws {
        var report = try MadeDay.complete()
        let before = report.files()
        report.restatement = try MadeDay.restatement()
        let changed = zip(before, report.files()).filter { $0 != $1 }.map(\.0.name)
        #expect(changed == ["ranking.md"])
    }

    @Test("It comes before all rankings, behind the state of the day")
    func place() throws {
        var report = try MadeDay.complete()
        report.restatement = try MadeDay.restatement()
        let parts = report.markdown.components(separatedBy: "\n\n")
        #expect(parts[2].hasPrefix("Complete:"))
        #expect(parts[3].hasPrefix("<!-- restated -->\n**RESTATED:**"))
    }

    @Test("Hostile names, keys and paths change nothing of its shape", arguments: Hostile.texts)
    func hostile(text: ByteString) throws {
        func page(_ text: ByteString) throws -> String {
            var report = try MadeDay.complete()
            report.restatement = Restatement(
                version: 2, at: 0, came: [Restatement.Source(name: text.text, lines: 1)],
                gone: [Restatement.Source(name: text.text, lines: 2)], retracted: 0,
                before: [MadeDay.article(text, ByteString(Array("/".utf8) + text.bytes), nil, 2, visitors: 1)],
                after: [], top: 1)
            return report.markdown
        }
        let hostile = try page(text)
        #expect(MarkdownShape.markup(in: hostile) == MarkdownShape.markup(in: try page("harmless")))
        #expect(Hostile.unseen(in: hostile).allSatisfy { $0 == "\n" })
    }

    @Test("Not more than ten sources and ten moves are told one by one")
    func short() throws {
        let articles = (0..<40).map { MadeDay.article(ByteString("k\($0)"), "/k", nil, 100 - $0, visitors: 1) }
        var report = try MadeDay.complete()
        report.restatement = Restatement(
            version: 2, at: 0, came: (0..<30).map { Restatement.Source(name: "\($0).log", lines: 1) }, gone: [],
            retracted: 0, before: articles,
            after: articles.map { MadeDay.article($0.key, $0.path, nil, 101 - $0.views, visitors: 1) }, top: 20)
        let block = try #require(report.restated)
        #expect(block.contains("17.log (1 line) and 20 more\n"))
        #expect(block.split(separator: "\n").filter { $0.hasPrefix("|") }.count == 12)
        #expect(block.contains("\n30 more ranks changed.\n"))
    }

    private func nothing() -> Restatement {
        Restatement(version: 2, at: 0, came: [], gone: [], retracted: 0, before: [], after: [], top: 5)
    }

    private func withoutBlock(_ page: String) throws -> String {
        var lines = page.components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "<!-- restated -->"))
        let end = try #require(lines.firstIndex(of: "<!-- /restated -->"))
        #expect(lines[end + 1].isEmpty)
        lines.removeSubrange(start...(end + 1))
        return lines.joined(separator: "\n")
    }
}
