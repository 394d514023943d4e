import Foundation
import ProgramTestSupport
import TestSupport
import Testing

@testable import LogSynthesis

/// Rises that were planted on two days of four, over a change of the clock, told by the reports and by the command.
@Suite("Rises in the reports of days")
struct DayRisesTests {
    private let scratch: Scratch
    private let logs: SynthesizedLogs

    init() throws {
        let bursts = """
            kind,start,minutes,clicks,target
            step,2026-03-28T13:00,40,200,3
            spike,2026-03-28T22:10,40,150,12
            ramp,2026-03-29T08:20,60,200,30
            step,2026-03-29T10:00,30,120,7

            """
        logs = try SiteSynthesis(
            SynthesisOptions(
                lines: 9000, days: 4, articles: 60, seed: 5, start: "2026-03-27", timezone: "Europe/Berlin", servers: 2,
                bursts: .listed(bursts))
        ).synthesize()
        scratch = try Scratch()
        try scratch.write(Array(logs.profile.utf8), to: "site.yaml")
        for file in logs.files { try scratch.write(file.bytes, to: file.name) }
    }

    @Test("The reports have the rows that the command prints, and none of another day")
    func sameAsTheCommand() throws {
        try count(logs.files.map(\.name), ["--history", "h.sqlite", "--reports", "reports"])
        var listed = 0
        for day in logs.truth.days {
            let csv = try scratch.text("reports/\(day.day)/trending.csv")
            #expect(csv == (try trending(day.day, "csv")))
            let report = try members("rising", of: scratch.text("reports/\(day.day)/ranking.json"))
            #expect(report == (try members("items", of: trending(day.day, "json"))))
            let rows = ArticleRows(csv).rows
            listed += rows.count
            #expect(rows.allSatisfy { $0["window"] == "1h" })
        }
        #expect(listed >= 3)
    }

    @Test("What was planted is told on its day, in a window that holds some of it")
    func planted() throws {
        try count(logs.files.map(\.name), ["--no-history", "--reports", "reports"])
        let form = ISO8601DateFormatter()
        var found = 0
        for burst in logs.truth.bursts ?? [] {
            let start = try #require(form.date(from: burst.start))
            for day in logs.truth.days {
                for row in ArticleRows(try scratch.text("reports/\(day.day)/trending.csv")).rows
                where row["article"] == burst.key {
                    let end = try #require(row["window_end"].flatMap { form.date(from: $0) })
                    let minutes = end.timeIntervalSince(start) / 60
                    #expect(minutes > 0 && minutes < Double(burst.minutes + 60), "\(row)")
                    found += 1
                }
            }
        }
        #expect(found >= 3)
    }

    @Test("Without a history, night by night, and from logs in another order, the same is said")
    func sameFromAnywhere() throws {
        let names = logs.files.map(\.name).sorted()
        try count(names, ["--no-history", "--reports", "alone"])
        try count(names.reversed(), ["--history", "once.sqlite", "--reports", "once"])
        // The last night first: what has a number in the history by then, and which, is another matter.
        for name in names.reversed() { try count([name], ["--history", "nights.sqlite", "--reports", "nights"]) }
        for day in logs.truth.days {
            for file in ["trending.csv", "ranking.json"] {
                let alone = try scratch.text("alone/\(day.day)/\(file)")
                #expect(try scratch.text("once/\(day.day)/\(file)") == alone, "\(day.day)/\(file)")
                #expect(try scratch.text("nights/\(day.day)/\(file)") == alone, "\(day.day)/\(file)")
            }
        }
    }

    private func count(_ names: [String], _ more: [String]) throws {
        let ending = try Program.accessrank(
            ["process", "--profile", "site.yaml", "--now", "2026-03-31T12:00:00Z"] + more + names
        ).run(in: scratch)
        #expect(ending.status == 0 && ending.errors == "", "\(ending.errors)")
    }

    private func trending(_ day: String, _ form: String) throws -> String {
        let ending = try Program.accessrank(
            ["trending", "--date", day, "--as", form, "--profile", "site.yaml", "--history", "h.sqlite"]
        ).run(in: scratch)
        #expect(ending.status == 0, "\(ending.errors)")
        return String(decoding: ending.stdout, as: UTF8.self)
    }

    private func members(_ name: String, of document: String) throws -> NSArray {
        let members = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
        return try #require(members?[name] as? NSArray)
    }
}
