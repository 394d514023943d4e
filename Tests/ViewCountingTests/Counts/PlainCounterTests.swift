import LogReading
import TestSupport
import Testing
import ViewCounting

/// The drift detector between the counting and its slow twin.
@Suite("The counting and its plain twin")
struct PlainCounterTests {
    @Test("They agree on small logs full of trouble", arguments: 0..<180 as Range<UInt64>)
    func agreement(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let reduction = try CountingRun(log.rules, format: log.format).counted([log.content])
        var twin = PlainCounter(log.rules, now: log.now, hasVirtualHost: log.format.hasVirtualHost)
        twin.read(log.content)
        let (accounting, days) = twin.finish()
        let what = "seed \(seed): \(log.hour.zone), \(log.hour.what)"
        #expect(reduction.accounting == accounting, "\(what)")
        for (day, expected) in zip(reduction.days, days) { #expect(day == expected, "\(what)") }
        #expect(reduction.days.count == days.count, "\(what)")
    }

    @Test("They agree on several sources with a line across none of them", arguments: 1000..<1040 as Range<UInt64>)
    func severalSources(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        var generator = SeededGenerator(seed: seed)
        let sources = Arrangement(of: log.lines, using: &generator).sources
        let reduction = try CountingRun(log.rules, format: log.format).counted(sources)
        var twin = PlainCounter(log.rules, now: log.now, hasVirtualHost: log.format.hasVirtualHost)
        for source in sources { twin.read(source) }
        let (accounting, days) = twin.finish()
        #expect(reduction.accounting == accounting, "seed \(seed)")
        #expect(reduction.days == days, "seed \(seed)")
    }

    @Test("The small logs have lines of every outcome, and views on several days")
    func coverageOfOutcomes() throws {
        var outcomes: Set<String> = []
        var doubleClicks = 0
        var days = 0
        for seed in 0..<40 as Range<UInt64> {
            let log = try #require(SmallLog(seed: seed))
            let reduction = try CountingRun(log.rules, format: log.format).counted([log.content])
            outcomes.formUnion(reduction.outcomes.keys)
            doubleClicks += reduction.accounting[.doubleClick]
            days = max(days, reduction.days.filter { $0.views > 0 }.count)
        }
        // `late` needs a history, `prefetch` a format with such fields.
        let expected = Set(Outcome.allCases.map(\.name)).subtracting(["late", "prefetch"])
        #expect(outcomes == expected)
        #expect(doubleClicks > 200)
        #expect(days > 2)
    }
}
