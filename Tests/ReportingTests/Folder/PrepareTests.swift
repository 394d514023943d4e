import Testing
import ViewCounting

@testable import Reporting

@Suite("Leftovers of a killed run")
struct PrepareTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("They go at the start of the next run, and nothing else does")
    func swept() throws {
        let leftovers = [".2026-03-02.tmp-99-0/a.csv", ".2026-03-03.tmp-1-7/deep/file", ".index.md.tmp-4-0"]
        let others = [
            ".2026-03-02", ".2026-03-02.bak/a", ".gitignore", ".notes.tmp-1/x", "2026-03-02.tmp-1", "2026-03-01/a.csv",
            ".2026-02-30.tmp-1", "index.md",
        ]
        for file in leftovers + others { try scratch.write("x", to: "reports/" + file) }
        try scratch.link("reports/.latest.tmp-3-0", to: "2026-03-01")
        try ReportFolder(path: scratch.reports).prepare()
        let left = try scratch.names().filter { !["2026-03-01", ".2026-03-02.bak", ".notes.tmp-1"].contains($0) }
        #expect(left == others.sorted())
    }

    @Test("A report that was put away when the run was killed comes back")
    func restored() throws {
        try scratch.write("old", to: "reports/.2026-03-02.tmp-99-0-old/a.csv")
        try scratch.write("half", to: "reports/.2026-03-02.tmp-99-0/a.csv")
        try ReportFolder(path: scratch.reports).prepare()
        #expect(try scratch.names() == ["2026-03-02", "2026-03-02/a.csv"])
        #expect(scratch.text("reports/2026-03-02/a.csv") == "old")
    }

    @Test("A report that was put away and replaced goes")
    func superseded() throws {
        try scratch.write("old", to: "reports/.2026-03-02.tmp-99-0-old/a.csv")
        try scratch.write("new", to: "reports/2026-03-02/a.csv")
        try ReportFolder(path: scratch.reports).prepare()
        #expect(try scratch.names() == ["2026-03-02", "2026-03-02/a.csv"])
        #expect(scratch.text("reports/2026-03-02/a.csv") == "new")
    }

    @Test("A taken hidden name is not used again")
    func takenName() throws {
        let day = try #require(CalendarDay(iso: "2026-03-02"))
        let folder = ReportFolder(path: scratch.reports)
        for attempt in 0..<3 {
            try scratch.write("theirs", to: "reports/" + Leftover.name(of: "2026-03-02", attempt: attempt) + "/a.csv")
        }
        try folder.publish([ReportFile(name: "a.csv", text: "ours")], of: day)
        #expect(scratch.text("reports/2026-03-02/a.csv") == "ours")
        #expect(scratch.text("reports/" + Leftover.name(of: "2026-03-02", attempt: 2) + "/a.csv") == "theirs")
    }
}
