import ArticleRanking
import Foundation
import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("A report full of hostile text")
struct HostileReportTests {
    @Test("Every file is valid UTF-8 in which nothing hides", arguments: Hostile.texts)
    func nothingHides(text: ByteString) throws {
        for file in try report(text).files() {
            let content = try #require(String(validating: file.bytes, as: UTF8.self), "\(file.name)")
            #expect(Hostile.unseen(in: content).allSatisfy { $0 == "\n" }, "\(file.name)")
        }
    }

    @Test("CSV can be read back, cell by cell, and no cell is a formula", arguments: Hostile.texts)
    func csv(text: ByteString) throws {
        let report = try report(text)
        let records = try CSVReader.records(String(decoding: report.articlesCSV, as: UTF8.self))
        #expect(records.count == 3)
        for record in records {
            #expect(record.count == RankedScope.csvColumns.count)
            for (column, cell) in zip(RankedScope.csvColumns, record) where column != "change" {
                #expect(!cell.hasPrefix("=") && !cell.hasPrefix("+") && !cell.hasPrefix("-") && !cell.hasPrefix("@"))
            }
        }
        let shown = ShownText.of(text)
        let startsFormula = text.bytes.first.map("=+-@\t\r".utf8.contains) ?? false
        let cell = (startsFormula ? "'" : "") + shown
        #expect(records[1][6] == cell)
        let risen = try CSVReader.records(String(decoding: report.trendingCSV, as: UTF8.self))
        #expect(risen.count == 3 && risen.allSatisfy { $0.count == RiseTable.columns.count })
        #expect(risen[1][3] == cell && risen[1][2] == cell)
    }

    @Test("JSON can be read back", arguments: Hostile.texts)
    func json(text: ByteString) throws {
        let report = try report(text)
        let document = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
        let items = document?["items"] as? [[String: Any]]
        #expect(items?.first?["article"] as? String == ShownText.of(text))
        #expect(document?["site"] as? String == ShownText.of(text.text))
        let rising = document?["rising"] as? [[String: Any]]
        #expect(rising?.first?["article"] as? String == ShownText.of(text))
        #expect(!report.json.contains("</"))
        let published = try #require(PublishedDay(json: Array(report.json.utf8), of: report.day))
        #expect(published.totalViews == 3 && published.numberOne?.views == 2 && published.isComplete)
    }

    @Test("Markdown keeps its shape: as many lines, cells and links as for a harmless text", arguments: Hostile.texts)
    func markdown(text: ByteString) throws {
        let page = try report(text).markdown
        let harmless = try report("harmless").markdown
        #expect(MarkdownShape.markup(in: page) == MarkdownShape.markup(in: harmless), "\(page)")
    }

    /// A day on which every text is the hostile one.
    private func report(_ text: ByteString) throws -> DayReport {
        var report = try MadeDay.complete()
        report.site = text.text
        report.robots = [RobotListLabel(name: text.text, version: text.text)]
        report.counts.coverage.formats = [FormatLines(format: text.text, lines: 1)]
        report.counts.articles = [
            MadeDay.article(text, ByteString(Array("/".utf8) + text.bytes), text, 2, visitors: 2),
            MadeDay.article("other", "/other", text, 1, visitors: 1),
        ]
        // Moves are told of it, too.
        var before = report.counts
        before.day = report.day.previous
        let gone = ByteString(Array("gone".utf8) + text.bytes)
        before.articles = [
            MadeDay.article(text, text, text, 1, visitors: 1),
            MadeDay.article(gone, ByteString(Array("/".utf8) + gone.bytes), text, 3, visitors: 1),
        ]
        report.ranking = try MadeDay.ranking(of: [before, report.counts], top: 5, sectionTop: 2)
        return try report.rising(2)
    }
}
