import Testing

@testable import LogSynthesis

@Suite struct DayPlannerTests {
    @Test("The traffic is made up as a news site's is", arguments: Sample.seeds)
    func proportions(seed: UInt64) throws {
        let site = try Sample.site(Sample.options(seed: seed))
        let requests = Sample.requests(site, perDay: 20_000)
        func perCent(_ condition: (PlannedRequest) -> Bool) -> Int {
            requests.filter(condition).count * 100 / requests.count
        }
        #expect((35...45).contains(perCent { $0.target == .asset }))
        #expect((12...18).contains(perCent { $0.role == .robot }))
        #expect((20...40).contains(perCent { $0.fate == nil }))
        #expect((1...8).contains(perCent { $0.fate == .otherStatus }))
        #expect((1...8).contains(perCent { $0.fate == .otherMethod }))
        #expect(perCent { $0.defect != .none } < 1)
        let defects = Set(requests.map(\.defect))
        #expect(defects.isSuperset(of: [.blank, .cutEarly, .cutLate, .junk, .badTime, .badRequest]))
        #expect(Set(requests.map(\.spelling)) == Set(Spelling.allCases))
        #expect(Set(requests.map(\.query)) == Set(Query.allCases))
    }

    @Test(
        "A day has exactly its number of requests, none before it and none after the last",
        arguments: [0, 1, 39, 40, 1777])
    func quota(quota: Int) throws {
        let site = try Sample.site()
        for index in site.clock.days.indices {
            var planner = DayPlanner(day: index, quota: quota, site: site)
            let requests = planner.plan()
            #expect(requests.count == quota)
            #expect(requests.allSatisfy { Int($0.second) >= site.clock.days[index].lowerBound })
            #expect(requests.allSatisfy { Int($0.second) < site.clock.end })
        }
    }

    @Test("More is read by day than by night", arguments: Sample.seeds)
    func rhythm(seed: UInt64) throws {
        let site = try Sample.site(Sample.options(seed: seed))
        var byHour = Array(repeating: 0, count: 24)
        for request in Sample.requests(site, perDay: 8000) {
            byHour[site.clock.local(at: Int(request.second)).hour] += 1
        }
        #expect(byHour[8...20].allSatisfy { $0 > 3 * byHour[3] })
    }

    @Test("Readers click twice across servers and across midnight", arguments: Sample.seeds)
    func doubleClicks(seed: UInt64) throws {
        let site = try Sample.site(Sample.options(seed: seed, servers: 3))
        let clicks = Sample.requests(site, perDay: 3000).filter { $0.fate == nil }
            .sorted { ($0.client, $0.number, $0.second) < ($1.client, $1.number, $1.second) }
        let pairs = zip(clicks, clicks.dropFirst()).filter { first, second in
            first.client == second.client && first.number == second.number
                && Int(second.second) - Int(first.second) <= ClickChains.doubleClickSeconds
        }
        #expect(pairs.contains { $0.server != $1.server })
        #expect(pairs.contains { $0.second == $1.second })
        #expect(pairs.contains { site.clock.day(at: Int($0.second)) != site.clock.day(at: Int($1.second)) })
    }
}
