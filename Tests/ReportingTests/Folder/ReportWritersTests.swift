import ArticleRanking
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
        for report in reports { try writers.publish(report) }
        try writers.finish()
        for report in reports {
            for file in report.files() {
                #expect(
                    scratch.text("reports/\(report.day)/\(file.name)") == String(decoding: file.bytes, as: UTF8.self))
            }
        }
    }

    @Test("Of several days that cannot be written the earliest is told of")
    func failures() throws {
        try Disk.makeFolders(scratch.reports)
        for report in [reports[2], reports[6]] {
            #expect(try Disk.write([1], to: "\(scratch.reports)/\(report.day)"))
        }
        let writers = ReportWriters(in: folder, threads: 8)
        let told = #expect(throws: ReportError.self) {
            for report in [reports[2], reports[6]] { try writers.publish(report) }
            try writers.finish()
        }
        writers.wait()
        #expect(told?.path.hasSuffix("\(reports[2].day)") == true)
    }

    @Test("With one thread a day that cannot be written is told of at once")
    func oneThread() throws {
        try Disk.makeFolders(scratch.reports)
        #expect(try Disk.write([1], to: "\(scratch.reports)/\(reports[1].day)"))
        let writers = ReportWriters(in: folder, threads: 1)
        try writers.publish(reports[0])
        #expect(throws: ReportError.self) { try writers.publish(reports[1]) }
        try writers.finish()
    }
}
