import ArticleRanking
import Foundation
import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("Rising, in a day's report")
struct RisingTests {
    @Test("A day on which nothing rises has no section, a table of one line, and an empty list")
    func nothing() throws {
        var report = try MadeDay.complete()
        report.rises = []
        #expect(report.rising == nil && !report.markdown.contains("Rising"))
        #expect(try records(report).count == 1)
        #expect(try items(report).isEmpty)
    }

    @Test("The table and the list of the day are those that `trending --date` gives")
    func sameAsTheCommand() throws {
        let report = try MadeDay.complete().rising(7)
        #expect(report.rises.count == 7)
        let asked = try TrendReport(
            of: DayRises(byEnd: [report.rises], sections: []), .hour, end: nil, on: report.day,
            at: MadeDay.site(report),
            headlines: report.headlines, top: TrendReport.usualRows)
        #expect(report.trendingCSV == asked.bytes(as: .csv))
        let document = try JSONSerialization.jsonObject(with: Data(asked.bytes(as: .json))) as? [String: Any]
        #expect(try document?["items"] as? NSArray == items(report) as NSArray)
    }

    @Test("Five are told, the surest first, each with the hour in which it rose most; the table has ten")
    func five() throws {
        let report = try MadeDay.complete().rising(7)
        let section = try #require(report.rising)
        let lines = section.split(separator: "\n").filter { $0.contains(" times, at least ") }
        #expect(lines.count == 5)
        #expect(lines.first?.contains("1,080 views in the hour up to 09:00, ") == true)
        #expect(lines.last?.contains("720 views in the hour up to 13:00, ") == true)
        #expect(section.contains("7 articles rose; all their figures are in [trending.csv](trending.csv)."))
        var many = report
        many.rises = (0..<12).map { number in
            NamedRise(
                rise: report.rises[0].rise, key: ByteString("\(number)"), path: ByteString("/\(number)"), section: nil,
                lastRead: report.day)
        }
        #expect(try #require(many.rising).contains("12 articles rose; the figures of the first 10 are in"))
        #expect(try records(many).count == 11 && items(many).count == 10)
    }

    @Test("An old story that rises carries its age, one of the week does not")
    func age() throws {
        var report = try MadeDay.complete().rising(2)
        let published = { (iso: String) throws in
            let day = try #require(CalendarDay(iso: iso))
            return PublicationTime(second: Int64(day.number) * 86_400)
        }
        report.headlines = Headlines([
            report.rises[0].key: Headline(title: "Back again", published: try published("2026-02-14")),
            report.rises[1].key: Headline(title: "Of today", published: try published("2026-03-01")),
        ])
        let section = try #require(report.rising)
        #expect(
            section.contains(
                "1. [Back again](https://www.example.com/politics/elections/20260302-0101) _(16 days old)_: "))
        #expect(section.contains("2. [Of today](https://www.example.com/world/asia/20260301-0007): "))
    }

    private func records(_ report: DayReport) throws -> [[String]] {
        try CSVReader.records(String(decoding: report.trendingCSV, as: UTF8.self))
    }

    private func items(_ report: DayReport) throws -> [Any] {
        let document = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
        return try #require(document?["rising"] as? [Any])
    }
}
