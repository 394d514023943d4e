import ArticleRanking
import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("What is said of a window")
struct WindowReportTests {
    @Test("Each form of a window", arguments: RankOutput.Form.allCases)
    func forms(form: RankOutput.Form) throws {
        let output = try RankOutput(of: MadeDay.window(), top: 4)
        try Golden.expect(output.bytes(as: form), toBe: "rank/window.\(form.rawValue)")
    }

    @Test("Its CSV says neither visitors, raw clicks nor movement")
    func empty() throws {
        let output = try RankOutput(of: MadeDay.window(), section: "Sports", top: 10)
        let records = try CSVReader.records(String(decoding: output.bytes(as: .csv), as: UTF8.self))
        #expect(records.count == 4)
        for record in records.dropFirst() {
            #expect(record[0] == "2026-03-01T15:30:00+09:00..2026-03-02T15:30:00+09:00")
            #expect([3, 4, 5, 9, 11, 12, 15, 16, 17, 18].allSatisfy { record[$0].isEmpty })
        }
    }

    @Test("A section that nobody read in the window is unknown")
    func unknown() throws {
        let error = #expect(throws: UnknownSection.self) { try RankOutput(of: MadeDay.window(), section: "x", top: 1) }
        #expect(error?.days == "2026-03-01T15:30:00+09:00..2026-03-02T15:30:00+09:00")
    }

    @Test("Titles and keys of windows.csv can be read back, and no cell is a formula", arguments: Hostile.texts)
    func hostile(text: ByteString) throws {
        let window = try #require(try MadeDay.complete().windows.last)
        var csv = WindowsCSV(calendar: try MadeDay.complete().calendar, byteOrderMark: false)
        csv.add(window) { _ in text.text }
        let records = try CSVReader.records(String(decoding: csv.takeBytes(), as: UTF8.self))
        #expect(records[0] == WindowsCSV.columns && records.count > 5)
        let shown = ShownText.of(ByteString(text.text))
        let startsFormula = text.text.utf8.first.map("=+-@\t\r".utf8.contains) ?? false
        for record in records.dropFirst() { #expect(record[4] == (startsFormula ? "'" : "") + shown) }
    }
}
