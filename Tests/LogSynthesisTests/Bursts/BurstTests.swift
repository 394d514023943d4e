import Testing

@testable import LogSynthesis

@Suite struct BurstTests {
    private static let options = Sample.options(lines: 150_000, servers: 1)

    private func site(_ bursts: SynthesisOptions.Bursts, seed: UInt64 = 1) throws -> SiteModel {
        var options = Self.options
        options.seed = seed
        options.bursts = bursts
        return try Sample.site(options)
    }

    @Test("The minutes of a burst have all of its clicks, in its shape", arguments: Burst.Kind.allCases)
    func shapes(kind: Burst.Kind) {
        let burst = Burst(kind: kind, start: 0, minutes: 90, clicks: 1234, target: .article(0))
        let minutes = burst.clicksByMinute
        #expect(minutes.count == 90 && minutes.reduce(0, +) == 1234)
        let (first, last) = (minutes[0], minutes[89])
        switch kind {
        case .ramp: #expect(last >= 8 * max(1, first))
        case .spike: #expect(first > 10 * max(1, last))
        default: #expect(abs(first - last) <= 1)
        }
    }

    @Test("A rise drawn by the seed brings 100 clicks or more in its first ten minutes", arguments: Sample.seeds)
    func drawn(seed: UInt64) throws {
        let site = try site(.drawn(3), seed: seed)
        let rises = site.bursts.filter(\.kind.isRise)
        #expect(rises.count == 3)
        #expect(rises.allSatisfy { $0.clicksByMinute.prefix(10).reduce(0, +) >= 100 })
        let targets = site.bursts.filter { $0.kind != .show }.map { "\($0.target)" }
        #expect(Set(targets).count == targets.count)
        #expect(site.bursts.filter { $0.kind == .show }.count == site.clock.days.count)
        #expect(Set(site.bursts.map(\.kind)).isSuperset(of: [.robots, .reload, .show]))
    }

    @Test("A step's clicks are views of many readers, a flood's are none, a reload's are few", arguments: Sample.seeds)
    func views(seed: UInt64) throws {
        func views(_ kind: String) throws -> Int {
            let list = "\(BurstList.columns)\n\(kind),2026-03-29T09:00,60,600,4\n"
            var options = Self.options
            options.seed = seed
            options.bursts = .listed(list)
            let truth = try SiteSynthesis(options).synthesize().truth
            let key = try #require(truth.bursts?.first?.key)
            return truth.days[1].articles.first { $0.key == key }?.views ?? 0
        }
        #expect(try views("step") >= 590)
        #expect(try views("robots") < 400)
        #expect(try views("reload") < 400)
    }

    @Test("All of a flood's clicks are a robot's")
    func flood() throws {
        let site = try site(.listed("\(BurstList.columns)\nrobots,2026-03-29T09:00,60,600,4\n"))
        var planner = DayPlanner(day: 1, quota: 5000, site: site)
        planner.planBursts()
        #expect(planner.requests.count == 600)
        #expect(planner.requests.allSatisfy { $0.fate == .robot })
    }

    @Test("All lines together stay as many as were asked for")
    func lines() throws {
        var options = Self.options
        options.bursts = .drawn(2)
        let logs = try SiteSynthesis(options).synthesize()
        #expect(logs.truth.lines == options.lines)
        #expect(logs.truth.bursts?.filter(\.rises).count == 2)
        #expect(try SiteSynthesis(Self.options).synthesize().truth.bursts == nil)
    }

    @Test(
        "A list that cannot be meant is refused with its line and the remedy",
        arguments: [
            ("kind,start", "line 1: must be kind,start,minutes,clicks,target"),
            ("step,2026-03-29T09:00,60,600", "line 2: has 4 cells, not 5"),
            ("jump,2026-03-29T09:00,60,600,4", "line 2: jump is no kind; kinds are step, ramp, spike"),
            ("step,2026-03-29 09:00,60,600,4", "line 2: 2026-03-29 09:00 is no time; write it as 2026-03-22T09:10"),
            ("step,2026-03-29T09:00,0,600,4", "line 2: minutes: 1 to 1440"),
            ("step,2026-03-29T09:00,60,0,4", "line 2: clicks: 1 to 10000000"),
            ("step,2026-03-29T09:00,60,600,80", "line 2: the article's number: 0 to 79"),
            ("show,2026-03-29T09:00,60,600,4", "line 2: 4 is no section of the site"),
            ("step,2026-05-29T09:00,60,600,4", "one begins at 2026-05-29T09:00, on none of the days"),
            ("step,2026-03-30T21:30,60,600,4", "one begins at 2026-03-30T21:30 and ends after the last day"),
            ("step,2026-03-29T09:00,60,60000,4", "60000 clicks on 2026-03-29 are more than half of its"),
        ])
    func mistakes(line: String, message: String) {
        let list = line.hasPrefix("kind") ? line : "\(BurstList.columns)\n\(line)\n"
        do {
            _ = try site(.listed(list))
            Issue.record("\(line) was taken")
        } catch {
            #expect("\(error)".hasPrefix("bursts: \(message)"))
        }
    }
}
