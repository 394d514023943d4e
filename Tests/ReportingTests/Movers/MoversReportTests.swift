import ArticleRanking
import Foundation
import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("What `accessrank movers` prints")
struct MoversReportTests {
    @Test("Goldens of a day and of a section", arguments: RankOutput.Form.allCases)
    func goldens(form: RankOutput.Form) throws {
        try Golden.expect(MadeDay.movers().bytes(as: form), toBe: "movers/day.\(form.rawValue)")
        try Golden.expect(MadeDay.movers(section: "sports").bytes(as: form), toBe: "movers/section.\(form.rawValue)")
    }

    @Test("Where the day before is not known in full, every form says so: no lists, no rows, null")
    func unknown() throws {
        let report = try MadeDay.complete()
        let partial = try MadeDay.periodBefore { $0.coverage.state = .partial }
        let earlier = try MadeDay.periodBefore { $0.day = $0.day.previous }
        for known in [nil, partial, earlier] {
            let movers = try MoversReport(of: report, after: known, count: 3)
            let markdown = String(decoding: movers.bytes(as: .markdown), as: UTF8.self)
            #expect(markdown.contains("The day before is not known in full, so nothing is said of movement."))
            #expect(!markdown.contains("NEW") && !markdown.contains("None."))
            #expect(movers.bytes(as: .csv).split(separator: UInt8(ascii: "\n")).count == 1)
            let json = try JSONSerialization.jsonObject(with: Data(movers.bytes(as: .json))) as? [String: Any]
            #expect(json?["new"] is NSNull && json?["climbers_by_rank"] is NSNull)
            #expect(json?["previous_total_views"] is NSNull)
        }
    }

    @Test("A damaged day before is told in every form")
    func damaged() throws {
        let before = try MadeDay.periodBefore { $0.coverage.incomplete = true }
        let movers = try MoversReport(of: try MadeDay.complete(), after: before, count: 3)
        #expect(
            String(decoding: movers.bytes(as: .markdown), as: UTF8.self)
                .contains("\n\nThe day before: **INCOMPLETE:** 2026-03-01: a log file was damaged;"))
        let records = try CSVReader.records(String(decoding: movers.bytes(as: .csv), as: UTF8.self))
        #expect(
            records[0].suffix(2) == ["state", "previous_state"] && records[1].suffix(2) == ["complete", "incomplete"])
        let json = try JSONSerialization.jsonObject(with: Data(movers.bytes(as: .json))) as? [String: Any]
        #expect(json?["state"] as? String == "complete" && json?["previous_state"] as? String == "incomplete")
    }

    @Test("A section that was read on one of both days alone has movers: all gone, or all new")
    func oneDay() throws {
        let gone = try MadeDay.movers(section: "travel")
        #expect(gone.lists.map(\.rows.rows.count) == [0, 0, 0, 1, 0, 1])
        let new = try MadeDay.movers(section: "文化")
        #expect(new.lists.map(\.rows.rows.count) == [0, 0, 1, 0, 1, 0])
        #expect(throws: UnknownSection.self) { try MadeDay.movers(section: "sprots") }
    }
}
