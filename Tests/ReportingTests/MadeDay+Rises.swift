import LogReading
import Testing
import ViewCounting

@testable import ArticleRanking
@testable import Reporting

extension DayReport {
    /// With rises of its first articles, of each in an hour of its own; the first in the list rises most, and earliest.
    func rising(_ count: Int) throws -> DayReport {
        let start = try #require(calendar.minutes(of: day)).lowerBound
        let rises = counts.articles.prefix(count).enumerated().map { number, article in
            let baselines = Rise.Baseline.allCases
            let rise = Rise(
                UInt32(number), 0, end: UInt32(start + (9 + number) * 60), seen: 1080 - 90 * number,
                expected: Double(8 + number), shape: 30, baseline: baselines[number % baselines.count])
            return NamedRise(
                rise: rise, key: article.key, path: article.path, section: article.section, lastRead: day)
        }
        var report = self
        report.rises = DayRises(byEnd: rises.map { [$0] }, sections: []).strongest
        return report
    }
}
