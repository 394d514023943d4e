import Foundation
import LogSynthesis
import ProgramTestSupport
import TestSupport
import Testing

/// The same logs, in whatever order, in one night or in twenty.
@Suite("Any order")
struct OrderTests {
    @Test("20 logs in any order, in one run or in twenty, by any number of threads, give the same reports")
    func anyOrder() throws {
        let options = SynthesisOptions(
            lines: 12_000, days: 5, articles: 60, seed: 77, timezone: "Asia/Tokyo", servers: 4)
        let site = try Site(options, now: "2026-03-06T00:30:00+09:00")
        let expected = try site.copy()
        #expect(try expected.run(expected.names).status == 0)
        #expect(expected.names.count == 20)
        var random = SeededGenerator(seed: 20)
        for number in 0..<Faults.count(short: 4, long: 20) {
            let names = site.names.shuffled(using: &random)
            let jobs = ["--jobs", "\(1 + number % 4)"]
            let once = try site.copy()
            #expect(try once.run(names, jobs) == Program.Ending(stdout: [], stderr: [], status: 0))
            if let difference = once.reports.difference(from: expected.reports) {
                Issue.record("order \(number), in one run: \(difference)")
            }
            let nights = try site.copy()
            for name in names {
                let ending = try nights.run([name], jobs)
                #expect(ending == Program.Ending(stdout: [], stderr: [], status: 0), "\(ending.errors)")
            }
            let difference = nights.reports.withoutRestatements.difference(from: expected.reports.withoutRestatements)
            if let difference { Issue.record("order \(number), in twenty runs: \(difference)") }
            #expect(nights.reports != expected.reports, "nothing says that days were restated")
        }
    }

    @Test("A second server's log of the same hours, a day later, is as if it had been there")
    func secondServer() throws {
        let options = SynthesisOptions(lines: 9000, days: 2, articles: 8, seed: 12, timezone: "Asia/Tokyo", servers: 2)
        let site = try Site(options, now: "2026-03-03T12:00:00+09:00")
        let together = try site.copy()
        #expect(try together.run(together.names).status == 0)
        let first = site.names.filter { $0.contains("-1.") }
        let second = site.names.filter { !$0.contains("-1.") }
        try #require(first.count == 2 && second.count == 2)
        var alone = 0
        for log in first + second {
            let lone = try site.copy()
            #expect(try lone.run([log]).status == 0)
            alone += lone.views
        }
        // There are readers whose clicks went to both servers: apart they are more views.
        let views = site.truth.days.reduce(0) { $0 + $1.views }
        #expect(alone > views)
        #expect(together.views == views)
        #expect(try site.run(first).status == 0)
        #expect(site.reports.withoutRestatements != together.reports.withoutRestatements)
        #expect(try site.run(second, ["--now", "2026-03-04T00:30:00+09:00"]).status == 0)
        #expect(
            site.reports.withoutRestatements.difference(from: together.reports.withoutRestatements) == nil)
        for day in site.truth.days {
            let rows = ArticleRows(try site.scratch.text("reports/\(day.day)/articles.csv")).rows
            #expect(rows.map { $0["visitors"] } == day.articles.map { "\($0.visitors)" })
            #expect(rows.map { $0["views"] } == day.articles.map { "\($0.views)" })
        }
    }
}

extension Site {
    /// All views that the reports tell of.
    var views: Int {
        days.reduce(0) { sum, day in
            let rows = (try? scratch.text("reports/\(day)/articles.csv")).map(ArticleRows.init)?.rows ?? []
            return sum + rows.reduce(0) { $0 + ($1["views"].flatMap { Int($0) } ?? 0) }
        }
    }
}
