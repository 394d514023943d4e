import ArticleRanking
import Foundation
import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("Comparisons, courses and movers full of hostile text")
struct HostileComparisonTests {
    @Test("Every form is valid UTF-8 in which nothing hides", arguments: Hostile.texts)
    func nothingHides(text: ByteString) throws {
        for form in RankOutput.Form.allCases {
            for bytes in try outputs(text, as: form) {
                let content = try #require(String(validating: bytes, as: UTF8.self))
                #expect(Hostile.unseen(in: content).allSatisfy { $0 == "\n" })
            }
        }
    }

    @Test("CSV can be read back, with as many cells in each line, and JSON too", arguments: Hostile.texts)
    func data(text: ByteString) throws {
        for bytes in try outputs(text, as: .csv) {
            let records = try CSVReader.records(String(decoding: bytes, as: UTF8.self))
            #expect(records.count > 1 && records.allSatisfy { $0.count == records[0].count })
            let column = try #require(records[0].firstIndex(of: "article"))
            let startsFormula = text.bytes.first.map("=+-@\t\r".utf8.contains) ?? false
            #expect(records.dropFirst().contains { $0[column] == (startsFormula ? "'" : "") + ShownText.of(text) })
        }
        for bytes in try outputs(text, as: .json) {
            #expect(try JSONSerialization.jsonObject(with: Data(bytes)) is [String: Any])
        }
    }

    @Test("Markdown keeps its shape: as many lines, cells and links as for a harmless text", arguments: Hostile.texts)
    func markdown(text: ByteString) throws {
        for (page, harmless) in zip(try outputs(text, as: .markdown), try outputs("harmless", as: .markdown)) {
            let (page, harmless) = (String(decoding: page, as: UTF8.self), String(decoding: harmless, as: UTF8.self))
            #expect(MarkdownShape.markup(in: page) == MarkdownShape.markup(in: harmless), "\(page)")
        }
    }

    /// A comparison, movers and a course of an article whose every text is the hostile one, beside a harmless one.
    private func outputs(_ text: ByteString, as form: RankOutput.Form) throws -> [[UInt8]] {
        let path = ByteString(Array("/".utf8) + text.bytes)
        let hostile = MadeDay.article(text, path, text, 9, visitors: 2)
        var (report, before) = (try MadeDay.complete(), try MadeDay.dayBefore())
        report.site = text.text
        report.counts.articles = [hostile, MadeDay.article("other", "/other", text, 1, visitors: 1)]
        report.ranking = DayRanking(of: report.counts, after: nil)
        report.headlines = Headlines([text: Headline(title: "x" + text.text)])
        before.counts.articles = [MadeDay.article("other", "/other", text, 1, visitors: 1)]
        before.ranking = DayRanking(of: before.counts, after: nil)
        let comparison = try ComparisonReport(
            of: PeriodRanking(of: report.ranking, report.counts),
            with: PeriodRanking(of: before.ranking, before.counts),
            at: MadeDay.site(report), headlines: report.headlines, section: ShownText.of(text), top: 5, p: 0.9)
        let movers = try MoversReport(
            of: report, after: PeriodRanking(of: before.ranking, before.counts), section: ShownText.of(text), count: 3)
        let standing = CourseDay.Standing(rank: 1, article: hostile, siteViews: 10, sectionRank: 1, sectionViews: 10)
        let day = CourseDay(day: report.day, isPartial: false, isIncomplete: false, standing: standing)
        let course = CourseReport(
            of: ArticleCourse(report.day...report.day, days: [day], top: 3), article: (text, path),
            at: MadeDay.site(report), headlines: report.headlines)
        return [comparison.bytes(as: form), movers.bytes(as: form), course.bytes(as: form)]
    }
}
