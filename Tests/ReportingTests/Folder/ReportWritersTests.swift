import ArticleRanking
import Dispatch
import Glibc
import Testing
import ViewCounting

@testable import Reporting

@Suite("Writers of reports")
struct ReportWritersTests {
    private let scratch: Scratch
    private let reports: [DayReport]

    init() throws {
        scratch = try Scratch()
        let made = try MadeDay.withoutViews()
        reports = (0..<8).map { later in
            var report = made
            report.counts.day = CalendarDay(number: made.day.number + Int32(later))
            report.ranking = DayRanking(of: report.counts, after: nil)
            return report
        }
    }

    private var folder: ReportFolder { ReportFolder(path: scratch.reports) }

    @Test("All days are in their place when the writers are through", arguments: [1, 2, 16])
    func all(threads: Int) throws {
        let writers = ReportWriters(in: folder, threads: threads)
        for report in reports { try writers.publish(report.day) { report } }
        try writers.finish()
        for report in reports {
            for file in report.files() {
                #expect(
                    scratch.text("reports/\(report.day)/\(file.name)") == String(decoding: file.bytes, as: UTF8.self))
            }
        }
    }

    @Test("Of several days that cannot be written the earliest is told of, whichever failed first")
    func failures() throws {
        let (early, late) = (reports[2], reports[6])
        for report in [early, late] { try folder.publish([ReportFile(name: "a", text: "old")], of: report.day) }
        let lateHasFailed = DispatchSemaphore(value: 0)
        let stubborn = ReportFolder(path: scratch.reports) { _, target in
            if target.hasSuffix("\(late.day)") { lateHasFailed.signal() } else { lateHasFailed.wait() }
            return EIO
        }
        let writers = ReportWriters(in: stubborn, threads: 8)
        try writers.publish(early.day) { early }
        try writers.publish(late.day) { late }
        let told = #expect(throws: ReportError.self) { try writers.finish() }
        #expect(told?.path.hasSuffix("\(early.day)") == true)
    }

    @Test("With one thread a day that cannot be written is told of at once")
    func oneThread() throws {
        try Disk.makeFolders(scratch.reports)
        #expect(try Disk.write([1], to: "\(scratch.reports)/\(reports[1].day)"))
        let writers = ReportWriters(in: folder, threads: 1)
        try writers.publish(reports[0].day) { [reports] in reports[0] }
        #expect(throws: ReportError.self) {
            try writers.publish(reports[1].day) { [reports] in reports[1] }
        }
        try writers.finish()
    }
}
