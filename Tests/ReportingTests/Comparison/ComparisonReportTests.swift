import ArticleRanking
import Foundation
import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("What `accessrank compare` prints")
struct ComparisonReportTests {
    @Test(
        "Goldens of two days, of a section, and of ranges of which not all is known",
        arguments: RankOutput.Form.allCases)
    func goldens(form: RankOutput.Form) throws {
        try Golden.expect(MadeDay.comparison().bytes(as: form), toBe: "comparison/days.\(form.rawValue)")
        try Golden.expect(
            MadeDay.comparison(section: "Travel").bytes(as: form), toBe: "comparison/section.\(form.rawValue)")
        try Golden.expect(MadeDay.comparisonOfRanges().bytes(as: form), toBe: "comparison/ranges.\(form.rawValue)")
    }

    @Test("The hours that were compared are told in every form")
    func sameHours() throws {
        let report = try MadeDay.comparisonOfRanges(sameHours: [13, 1, 0, 23, 2])
        let markdown = String(decoding: report.bytes(as: .markdown), as: UTF8.self)
        #expect(markdown.contains("Only these hours of both are compared: 00:00–03:00, 13:00–14:00, 23:00–24:00."))
        #expect(!markdown.contains("--same-hours"))
        let records = try CSVReader.records(String(decoding: report.bytes(as: .csv), as: UTF8.self))
        #expect(records.dropFirst().allSatisfy { $0.last == "0 1 2 13 23" } && records.count > 1)
        #expect(try document(report)["same_hours"] as? [Int] == [0, 1, 2, 13, 23])
    }

    @Test("JSON has the likeness as it was asked for")
    func similarity() throws {
        let document = try document(MadeDay.comparison(top: 2))
        let similarity = try #require(document["similarity"] as? [String: Any])
        // Then: world, politics. Now: one that is new, then both of them at rank 2.
        #expect(similarity["n"] as? Int == 2 && similarity["overlap"] as? Int == 2)
        #expect((document["now"] as? [String: Any])?["articles_in_top"] as? Int == 3)
        #expect((document["then"] as? [String: Any])?["articles_in_top"] as? Int == 2)
        let rbo = try #require(similarity["rbo"] as? [String: Double])
        #expect(Set(rbo.keys) == ["p", "ext", "min", "max"] && rbo["p"] == 0.9)
        // A(1) = 0, A(2) = 4/5, then (2 + A(2)) / 3: by the table of the paper's variant w.
        let expected = 0.1 * (0.9 * 0.8 + 0.81 * (2 * 2.8 / 6)) + 0.729 * (2.8 / 3)
        #expect(abs((rbo["ext"] ?? 0) - expected) < 1e-6)
    }

    @Test("Articles that share the last rank and are not shown are told of, now and then")
    func sharing() throws {
        func markdown(_ top: Int) throws -> String {
            String(decoding: try MadeDay.comparison(top: top).bytes(as: .markdown), as: UTF8.self)
        }
        #expect(try markdown(2).contains("\n\n1 more article shares rank 2 now.\n▲"))
        #expect(try markdown(3).contains("\n\n1 more article shares rank 3 then.\n▲"))
        #expect(try markdown(5).contains("\n\n2 more articles share rank 5 now.\n▲"))
        #expect(try !markdown(4).contains("more article"))
    }

    @Test("Where nobody read anything then, the lists cannot be compared and all is new")
    func nothingThen() throws {
        let (report, before) = (try MadeDay.complete(), try MadeDay.dayBefore())
        var counts = before.counts
        counts.articles = []
        let comparison = try ComparisonReport(
            of: PeriodRanking(of: report.ranking, report.counts),
            with: PeriodRanking(of: DayRanking(of: counts, after: nil), counts), at: MadeDay.site(report), top: 3,
            p: 0.9)
        #expect(try document(comparison)["similarity"] is NSNull)
        let markdown = String(decoding: comparison.bytes(as: .markdown), as: UTF8.self)
        #expect(markdown.contains("No article was read in one of the two, so there is nothing to compare."))
        #expect(!markdown.contains("| ▲") && !markdown.contains("| GONE") && markdown.contains("| NEW"))
    }

    @Test("A section of neither is told with those of both")
    func unknownSection() throws {
        let error = #expect(throws: UnknownSection.self) { try MadeDay.comparison(section: "sprots") }
        #expect(
            error.map { "\($0)" }
                == "no section \"sprots\" on 2026-03-01 or 2026-03-02; there are: politics, sports, world, 文化, travel")
    }

    @Test("A reader is told that the two do not cover the same, and not where they do")
    func coverage() throws {
        let (report, before) = (try MadeDay.complete(), try MadeDay.dayBefore())
        func markdown(_ hours: [LocalHour]) throws -> String {
            var counts = before.counts
            counts.coverage.hoursWithoutLines = hours
            let comparison = try ComparisonReport(
                of: PeriodRanking(of: report.ranking, report.counts), with: PeriodRanking(of: before.ranking, counts),
                at: MadeDay.site(report), top: 3, p: 0.9)
            return String(decoding: comparison.bytes(as: .markdown), as: UTF8.self)
        }
        let same = report.counts.coverage.hoursWithoutLines
        #expect(try !markdown(same).contains("NOT ALIKE"))
        // As many hours, but others.
        #expect(try markdown(Array(report.calendar.hours(of: report.day)[0..<same.count])).contains("NOT ALIKE"))
    }

    private func document(_ report: ComparisonReport) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(report.bytes(as: .json))) as? [String: Any])
    }
}
