import Foundation
import LogReading
import Testing
import ViewCounting

@testable import ArticleRanking

@Suite("The page about comparing days")
struct ComparisonPageTests {
    private let page: String

    init() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        page = try String(contentsOf: root.appendingPathComponent("docs/comparison.md"), encoding: .utf8)
    }

    @Test("Days, ranges and weeks are what it says")
    func periods() throws {
        let rows = rows(under: "| written |")
        #expect(rows.count >= 6)
        for row in rows {
            let days = try DayPeriod(row[0]).days
            #expect(["\(days.lowerBound)", "\(days.upperBound)"] == Array(row.dropFirst()), "\(row[0])")
        }
    }

    @Test("Its lists are as alike as it says")
    func overlaps() throws {
        let rows = rows(under: "| then | now | p |")
        #expect(rows.count >= 8)
        for row in rows {
            let comparison = Comparison(of: ranking(row[1]), with: ranking(row[0]))
            let p = try #require(Double(row[2]))
            let similarity = try #require(comparison.similarity(n: 10, p: p))
            #expect("\(similarity.overlap)" == row[3], "\(row)")
            let rbo = similarity.rbo
            for (value, said) in zip([rbo.extrapolated, rbo.minimum, rbo.maximum], row[4...6]) {
                let said = try #require(Double(said))
                #expect(abs(value - said) < 0.000_000_6, "\(row)")
            }
        }
    }

    @Test("Peaks and days in the top are what it says")
    func courses() throws {
        let rows = rows(under: "| ranks | peak |")
        #expect(rows.count >= 4)
        for row in rows {
            let course = try course(row[0].split(separator: " "))
            let found = [course.peak?.rank ?? 0, course.daysInTop, course.streak?.dayCount ?? 0].map(String.init)
            #expect(found == Array(row.dropFirst()), "\(row[0])")
        }
    }

    /// The cells of a table, without their backquotes.
    private func rows(under header: String) -> [[String]] {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { !$0.hasPrefix(header) }.dropFirst(2).prefix { $0.hasPrefix("|") }.map { line in
            line.split(separator: "|").map {
                $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "`", with: "")
            }
        }
    }

    /// Letters as articles that have the ranks of the list.
    private func ranking(_ list: String) -> Ranking {
        Ranking(Letters.ranks(list).map { Days.article(ByteString($0.key), 100 - $0.value) }, previous: nil)
    }

    private func course(_ ranks: [Substring]) throws -> ArticleCourse {
        let first = try #require(CalendarDay(iso: "2026-03-02"))
        let days = ranks.enumerated().compactMap { number, rank -> CourseDay? in
            guard rank != "?" else { return nil }
            let standing = Int(rank).map { rank in
                CourseDay.Standing(
                    rank: rank, article: Days.article("a", 1), siteViews: 1, sectionRank: nil, sectionViews: 0)
            }
            return CourseDay(
                day: CalendarDay(number: first.number + Int32(number)), isPartial: false, isIncomplete: false,
                standing: standing)
        }
        return ArticleCourse(first...CalendarDay(number: first.number + Int32(ranks.count) - 1), days: days, top: 3)
    }
}
