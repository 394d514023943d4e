import ArticleRanking
import Foundation
import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("What `accessrank rank` prints")
struct RankOutputTests {
    @Test("A day's CSV with the report's own top is ranking.csv, byte for byte")
    func rankingCSV() throws {
        for var report in try [MadeDay.complete(), MadeDay.partial(), MadeDay.withoutViews(), MadeDay.hostile()] {
            #expect(try RankOutput(of: report).bytes(as: .csv) == report.rankingCSV)
            #expect(try RankOutput(of: report, top: report.top).bytes(as: .csv) == report.rankingCSV)
            let more = try RankOutput(of: report, top: report.top + 2).bytes(as: .csv)
            report.top += 2
            #expect(more == report.rankingCSV)
            #expect(try RankOutput(of: report, top: .max).bytes(as: .csv) == report.articlesCSV)
        }
    }

    @Test("With sections, one after the other, its rows are those of sections.csv")
    func sectionsCSV() throws {
        let report = try MadeDay.complete()
        var rows = ""
        for section in report.ranking.sections {
            let output = try RankOutput(of: report, section: section.name.text).bytes(as: .csv)
            let text = String(decoding: output, as: UTF8.self)
            if rows.isEmpty { rows = text } else { rows += text.drop { $0 != "\n" }.dropFirst() }
        }
        #expect(rows == String(decoding: report.sectionsCSV, as: UTF8.self))
    }

    @Test("JSON of a day has the items of ranking.json")
    func json() throws {
        let report = try MadeDay.complete()
        let whole = try document(Array(report.json.utf8))
        let site = try document(try RankOutput(of: report).bytes(as: .json))
        for member in ["schema", "site", "day", "timezone", "state", "total_views", "items"] {
            #expect((site[member] as? NSObject) == (whole[member] as? NSObject), "\(member)")
        }
        #expect(site["from"] as? String == "2026-03-02" && site["to"] as? String == "2026-03-02")
        #expect(site["section"] is NSNull && site["sharing_last_rank"] as? Int == 2)
        let sections = try #require(whole["sections"] as? [[String: Any]])
        let politics = try document(try RankOutput(of: report, section: "politics").bytes(as: .json))
        #expect(politics["section"] as? String == "politics")
        #expect((politics["items"] as? NSObject) == (sections[0]["items"] as? NSObject))
        #expect(politics["total_views"] as? Int == 200)
    }

    @Test("A range says neither visitors nor movement, in any form")
    func range() throws {
        let output = try RankOutput(of: MadeDay.range())
        let records = try CSVReader.records(String(decoding: output.bytes(as: .csv), as: UTF8.self))
        #expect(records[1][0] == "2026-02-28..2026-03-03")
        for record in records.dropFirst() { #expect([3, 4, 5, 7, 9, 11, 13].allSatisfy { record[$0].isEmpty }) }
        let json = try document(output.bytes(as: .json))
        #expect(json["day"] is NSNull && json["from"] as? String == "2026-02-28")
        #expect(json["missing_days"] as? [String] == ["2026-02-28", "2026-03-03"])
        #expect(json["state"] as? String == "partial")
        let item = try #require((json["items"] as? [[String: Any]])?.first)
        #expect(item["visitors"] is NSNull && item["movement"] is NSNull)
        #expect(!String(decoding: output.bytes(as: .markdown), as: UTF8.self).contains("| Move"))
    }

    @Test("Goldens of a day, of its sections and of a range")
    func goldens() throws {
        let day = try MadeDay.complete()
        try Golden.expect(try RankOutput(of: day).bytes(as: .markdown), toBe: "rank/day.md")
        try Golden.expect(try RankOutput(of: day, section: "sports").bytes(as: .markdown), toBe: "rank/section.md")
        try Golden.expect(try RankOutput(of: day, section: "sports").bytes(as: .json), toBe: "rank/section.json")
        let quiet = try RankOutput(of: MadeDay.withoutViews())
        try Golden.expect(quiet.bytes(as: .markdown), toBe: "rank/without-views.md")
        for form in RankOutput.Form.allCases {
            try Golden.expect(
                try RankOutput(of: MadeDay.range()).bytes(as: form), toBe: "rank/range.\(form.rawValue)")
        }
    }

    @Test("The state of a range is that of its worst day, and names the days")
    func states() throws {
        var days: [DayCounts] = []
        for (iso, state, incomplete) in [
            ("2026-03-01", DayCoverage.State.complete, true), ("2026-03-02", .complete, true),
            ("2026-03-03", .complete, false), ("2026-03-04", .partial, false),
        ] {
            var day = try MadeDay.complete().counts
            day.day = try MadeDay.day(iso)
            day.coverage.state = state
            day.coverage.incomplete = incomplete
            days.append(day)
        }
        var report = try MadeDay.range()
        report.ranking = RangeRanking(of: days, in: try MadeDay.day("2026-03-01")...MadeDay.day("2026-03-04"))
        #expect(report.stateText == "partial, incomplete")
        #expect(report.stateSentences.contains("**PARTIAL:** 2026-03-04: "))
        #expect(report.stateSentences.contains("**INCOMPLETE:** 2026-03-01..2026-03-02: "))
        #expect(!report.stateSentences.contains("NOT COUNTED"))
        report.ranking = RangeRanking(of: [], in: try MadeDay.day("2026-03-01")...MadeDay.day("2026-03-02"))
        let empty = String(decoding: try RankOutput(of: report).bytes(as: .markdown), as: UTF8.self)
        #expect(empty.contains("No article was read in these days.") && empty.contains("**NOT COUNTED:** 2026-03-01.."))
    }

    @Test("Hostile texts change nothing of the shape of a range either", arguments: Hostile.texts)
    func hostile(text: ByteString) throws {
        func output(_ text: ByteString) throws -> RankOutput {
            var day = try MadeDay.complete().counts
            day.articles = [MadeDay.article(text, ByteString(Array("/".utf8) + text.bytes), text, 2, visitors: 1)]
            var report = try MadeDay.range()
            report.site = text.text
            report.ranking = RangeRanking(of: [day], in: day.day...day.day)
            return try RankOutput(of: report, section: ShownText.of(text))
        }
        let hostile = try output(text)
        let page = String(decoding: hostile.bytes(as: .markdown), as: UTF8.self)
        let harmless = String(decoding: try output("harmless").bytes(as: .markdown), as: UTF8.self)
        #expect(MarkdownShape.markup(in: page) == MarkdownShape.markup(in: harmless))
        #expect(try CSVReader.records(String(decoding: hostile.bytes(as: .csv), as: UTF8.self)).count == 2)
        #expect(try document(hostile.bytes(as: .json))["section"] as? String == ShownText.of(text))
        for form in RankOutput.Form.allCases {
            let shown = try #require(String(validating: hostile.bytes(as: form), as: UTF8.self))
            #expect(Hostile.unseen(in: shown).allSatisfy { $0 == "\n" })
        }
    }

    private func document(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
}
