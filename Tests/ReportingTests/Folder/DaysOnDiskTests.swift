import Glibc
import Testing
import ViewCounting

@testable import Reporting

@Suite("Days on disk")
struct DaysOnDiskTests {
    private let scratch: Scratch
    private let folder: ReportFolder
    private let day: CalendarDay

    init() throws {
        scratch = try Scratch()
        folder = ReportFolder(path: scratch.reports)
        day = try #require(CalendarDay(iso: "2026-03-02"))
    }

    @Test("A day that was published tells its views, its state and its number one")
    func published() throws {
        try folder.publish(try MadeDay.complete())
        guard case .published(let found) = try folder.onDisk(day) else {
            Issue.record("it cannot be read")
            return
        }
        #expect(found.day == day && found.totalViews == 422 && found.isComplete)
        #expect(found.site == "The Example Times")
        #expect(found.numberOne?.path == "/politics/elections/20260302-0101")
        #expect(found.numberOne?.views == 120)
    }

    @Test("A day without views is published too")
    func withoutViews() throws {
        try folder.publish(try MadeDay.withoutViews())
        guard case .published(let found) = try folder.onDisk(day) else {
            Issue.record("it cannot be read")
            return
        }
        #expect(found.totalViews == 0 && found.numberOne == nil)
    }

    @Test("Where there is nothing, also no report folder, the day is missing")
    func missing() throws {
        #expect(try folder.onDisk(day) == .missing)
        try folder.prepare()
        #expect(try folder.onDisk(day) == .missing)
    }

    @Test(
        "What cannot be read as that day's ranking is unreadable",
        arguments: [
            "", "{", "[]", "{}", #"{"schema":1}"#,
            #"{"schema":2,"day":"2026-03-02","state":"complete","total_views":1,"items":[]}"#,
            #"{"schema":1,"day":"2026-03-01","state":"complete","total_views":1,"items":[]}"#,
            #"{"schema":1,"day":"2026-03-02","state":"complete","total_views":"1","items":[]}"#,
        ])
    func unreadable(json: String) throws {
        try scratch.write(json, to: "reports/2026-03-02/ranking.json")
        #expect(try folder.onDisk(day) == .unreadable)
    }

    @Test("A folder without a ranking, a file and a link of a day's name are unreadable")
    func otherThings() throws {
        try scratch.make("reports/2026-03-02")
        #expect(try folder.onDisk(day) == .unreadable)
        try scratch.write("x", to: "reports/2026-03-01")
        #expect(try folder.onDisk(day.previous) == .unreadable)
        try scratch.link("reports/2026-03-03", to: "2026-03-02")
        #expect(try folder.onDisk(day.next) == .unreadable)
    }

    @Test(
        "An error says what kind it is, where, why and what to do",
        arguments: [
            (ENOSPC, ReportError.Kind.io), (EIO, .io), (EFBIG, .io), (EDQUOT, .io), (EACCES, .permission),
            (EPERM, .permission), (EROFS, .permission), (ENOTDIR, .cannotCreate), (ENAMETOOLONG, .cannotCreate),
        ])
    func errors(code: CInt, kind: ReportError.Kind) {
        let error = ReportError(cannot: "write", "reports/2026-03-02", code: code)
        #expect(error.kind == kind)
        #expect(error.description.hasPrefix("reports/2026-03-02: cannot write: \(String(cString: strerror(code))); "))
    }
}
