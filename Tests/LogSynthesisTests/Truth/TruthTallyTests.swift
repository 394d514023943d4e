import Testing

@testable import LogSynthesis

@Suite struct TruthTallyTests {
    private func truth(_ site: SiteModel, _ requests: [PlannedRequest]) -> Truth {
        var tally = TruthTally(site)
        tally.add(requests)
        for index in site.clock.days.indices { tally.closeDay(index) }
        return tally.truth
    }

    @Test("Views, visitors and raw clicks are those of the plan, each on its own day")
    func handMade() throws {
        let site = try Sample.site(Sample.options(days: 2))
        let midnight = site.clock.days[1].lowerBound
        var robot = Sample.click(9, 4, at: midnight - 100)
        robot.role = .robot
        var page = Sample.click(1, 0, at: midnight - 90)
        page.target = .readersPage
        let truth = truth(
            site,
            [
                Sample.click(1, 4, at: midnight - 500), Sample.click(1, 4, at: midnight - 400),
                Sample.click(2, 4, at: midnight - 10), Sample.click(2, 4, at: midnight + 20), robot, page,
                Sample.click(3, 5, at: midnight - 1), Sample.click(3, 5, at: midnight - 1),
            ])
        #expect(truth.outcomes["view"] == 4 && truth.outcomes["double-click"] == 2)
        #expect(truth.outcomes["robot"] == 1 && truth.outcomes["other-page"] == 1)
        #expect(truth.lines == 8)
        #expect(truth.days.map(\.day) == ["2026-03-28", "2026-03-29"])
        #expect(truth.days.map(\.views) == [3, 1])
        #expect(truth.days.map(\.rawClicks) == [6, 1])
        #expect(truth.days.map { $0.articles.map(\.views) } == [[2, 1], [1]])
        #expect(truth.days.map { $0.articles.map(\.visitors) } == [[1, 1], [1]])
        #expect(truth.days.map { $0.articles.map(\.rawClicks) } == [[4, 2], [1]])
        let keys = [4, 5].map { String(decoding: site.newsroom.articles[$0].key, as: UTF8.self) }
        #expect(truth.days.map { $0.articles.map(\.key) } == [keys, [keys[0]]])
    }

    @Test("The path shown is that of most lines, of several the one of the least bytes")
    func paths() throws {
        let site = try Sample.site(Sample.options(articles: 500))
        let number = try #require(site.newsroom.articles.firstIndex { $0.places.count == 2 })
        let places = site.newsroom.articles[number].places.map { String(decoding: $0.path, as: UTF8.self) }
        func shown(_ clicks: [UInt8]) -> String? {
            let requests = clicks.map { place in
                var click = Sample.click(1, UInt32(number), at: site.clock.start + 5)
                click.place = place
                return click
            }
            return truth(site, requests).days[0].articles.first?.path
        }
        #expect(shown([0, 0, 1]) == places[0])
        #expect(shown([0, 1, 1]) == places[1])
        #expect(shown([0, 1]) == min(places[0], places[1]))
    }

    @Test("The lines of all outcomes add up, and so do the articles of a day", arguments: Sample.seeds)
    func sums(seed: UInt64) throws {
        let truth = try SiteSynthesis(Sample.options(seed: seed)).synthesize().truth
        #expect(truth.outcomes.count == PlannedOutcome.allCases.count)
        #expect(truth.outcomes.values.reduce(0, +) == truth.lines)
        #expect(truth.days.map(\.views).reduce(0, +) == truth.outcomes["view"])
        for day in truth.days {
            #expect(day.articles.map(\.views).reduce(0, +) == day.views)
            #expect(day.articles.map(\.rawClicks).reduce(0, +) <= day.rawClicks)
            #expect(day.articles.allSatisfy { 1...$0.views ~= $0.visitors && $0.views <= $0.rawClicks })
            #expect(day.articles.map(\.views) == day.articles.map(\.views).sorted(by: >))
        }
        let raw = ["robot", "double-click", "view"].compactMap { truth.outcomes[$0] }.reduce(0, +)
        #expect(truth.days.map(\.rawClicks).reduce(0, +) == raw)
    }
}
