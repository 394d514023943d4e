import ArticleRanking
import Foundation
import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("What `accessrank article` prints")
struct CourseReportTests {
    @Test("Goldens of a course with a day that is not counted and one of 23 hours", arguments: RankOutput.Form.allCases)
    func goldens(form: RankOutput.Form) throws {
        try Golden.expect(MadeDay.course().bytes(as: form), toBe: "course/days.\(form.rawValue)")
    }

    @Test("An article that nobody read in these days has days, and no peak", arguments: RankOutput.Form.allCases)
    func unread(form: RankOutput.Form) throws {
        let course = try MadeDay.course()
        let days = course.course.days.filter { $0.standing == nil }
        let report = CourseReport(
            of: ArticleCourse(course.course.range, days: days, top: 10), article: course.article, at: course.site)
        try Golden.expect(report.bytes(as: form), toBe: "course/unread.\(form.rawValue)")
    }

    @Test("An article is shown by the path of its last day, else by that which was asked for")
    func path() throws {
        let course = try MadeDay.course()
        let days = ["/first", "/last"].enumerated().map { number, path in
            CourseDay(
                day: CalendarDay(number: course.course.range.lowerBound.number + Int32(number)), isPartial: false,
                isIncomplete: false,
                standing: CourseDay.Standing(
                    rank: 1, article: MadeDay.article("7007", ByteString(path), nil, 1, visitors: 1), siteViews: 1,
                    sectionRank: nil, sectionViews: 0))
        }
        func path(_ days: [CourseDay]) -> ByteString {
            CourseReport(
                of: ArticleCourse(course.course.range, days: days, top: 3), article: ("7007", "/asked"), at: course.site
            ).article.path
        }
        #expect(path(days) == "/last" && path([]) == "/asked")
    }

    @Test("A day that is not counted has no figure, a day without a view has 0")
    func gaps() throws {
        let text = String(decoding: try MadeDay.course().bytes(as: .csv), as: UTF8.self)
        let records = try CSVReader.records(text)
        let columns = CourseReport.csvColumns
        let views = try #require(columns.firstIndex(of: "views"))
        let state = try #require(columns.firstIndex(of: "state"))
        #expect(records.dropFirst().map { $0[views] } == ["0", "40", "150", "", "300", "0", "7", "0"])
        #expect(
            records.dropFirst().map { $0[state] } == [
                "complete", "complete", "incomplete", "unknown", "complete", "complete", "partial, incomplete",
                "complete",
            ])
    }
}
