import ArticleRanking
import Testing
import ViewCounting

@testable import Reporting

@Suite("The index and the link to the latest day")
struct IndexTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private var folder: ReportFolder { ReportFolder(path: scratch.reports) }

    @Test("The index lists the days, newest first, and latest leads to the newest complete one")
    func index() throws {
        for (day, state, incomplete) in [
            ("2026-03-01", DayCoverage.State.complete, false), ("2026-03-02", .complete, false),
            ("2026-03-03", .complete, true), ("2026-03-04", .partial, false),
        ] { try publish(day, state, incomplete) }
        try scratch.write("{", to: "reports/2026-02-28/ranking.json")
        try scratch.write("notes", to: "reports/notes.txt")
        try folder.finish()
        try Golden.expect(Array((scratch.text("reports/index.md") ?? "").utf8), toBe: "index.md")
        #expect(scratch.target("reports/latest") == "2026-03-02")
        #expect(scratch.text("reports/latest/ranking.md")?.contains("2 March 2026") == true)
        #expect(try scratch.names().filter { $0.contains(".tmp-") }.isEmpty)
    }

    @Test("Without a day there is an index that says so, and no link")
    func empty() throws {
        try folder.finish()
        #expect(try scratch.names() == ["index.md"])
        #expect(scratch.text("reports/index.md") == "# Access Rankings\n\nNo day has been reported yet.\n")
    }

    @Test("What is right already is not written again")
    func unchanged() throws {
        try publish("2026-03-02", .complete, false)
        try folder.finish()
        let before = try ["reports", "reports/index.md", "reports/latest"].map(scratch.identity)
        try folder.finish()
        #expect(try ["reports", "reports/index.md", "reports/latest"].map(scratch.identity) == before)
    }

    @Test(
        "Latest moves on with the newest complete day, wherever it pointed", arguments: ["2026-03-01", "nowhere", "/"])
    func moves(target: String) throws {
        try publish("2026-03-01", .complete, false)
        try publish("2026-03-02", .complete, false)
        try scratch.link("reports/latest", to: target)
        try folder.finish()
        #expect(scratch.target("reports/latest") == "2026-03-02")
    }

    @Test("Without a complete day, latest stays where it leads somewhere and goes where it does not")
    func withoutCompleteDay() throws {
        try publish("2026-03-02", .partial, false)
        try folder.finish()
        #expect(scratch.target("reports/latest") == nil)
        try scratch.link("reports/latest", to: "2026-03-02")
        try folder.finish()
        #expect(scratch.target("reports/latest") == "2026-03-02")
    }

    @Test("A dangling latest goes")
    func dangling() throws {
        try scratch.make("reports")
        try scratch.link("reports/latest", to: "2020-01-01")
        try folder.finish()
        #expect(scratch.target("reports/latest") == nil)
    }

    @Test(
        "A latest that is no link is left alone and told of, and the index is written all the same",
        arguments: ["latest", "latest/file"])
    func latestInTheWay(file: String) throws {
        try publish("2026-03-02", .complete, false)
        try scratch.write("mine", to: "reports/" + file)
        let error = #expect(throws: ReportError.self) { try folder.finish() }
        #expect(error?.kind == .cannotCreate)
        #expect(error?.path == scratch.reports + "/latest")
        #expect(scratch.text("reports/" + file) == "mine")
        #expect(scratch.text("reports/index.md")?.contains("2026-03-02") == true)
    }

    @Test("An index that is no file is left alone")
    func indexInTheWay() throws {
        try scratch.write("mine", to: "reports/index.md/file")
        let error = #expect(throws: ReportError.self) { try folder.finish() }
        #expect(error?.kind == .cannotCreate)
        #expect(scratch.text("reports/index.md/file") == "mine")
    }

    @Test("Text that lies in a folder is as hostile as text that comes from a log")
    func hostileFolder() throws {
        try scratch.write(
            """
            {"schema": 1, "site": "<b>|", "day": "2026-03-02", "state": "complete|", "total_views": 1, "items":
            [{"title": "[x](y)", "path": "/", "url": "javascript:alert(1)", "views": 1}]}
            """, to: "reports/2026-03-02/ranking.json")
        try folder.finish()
        let index = try #require(scratch.text("reports/index.md"))
        #expect(index.hasPrefix(#"# \<b\>\|: Access Rankings"#))
        #expect(index.contains(#"| complete\| | \[x\](y)   |"#))
        #expect(!index.contains("javascript"))
    }

    private func publish(_ iso: String, _ state: DayCoverage.State, _ incomplete: Bool) throws {
        var report = try MadeDay.complete()
        report.counts.day = try #require(CalendarDay(iso: iso))
        report.counts.coverage.state = state
        report.counts.coverage.incomplete = incomplete
        report.ranking = DayRanking(of: report.counts, after: nil)
        try folder.publish(report)
    }
}
