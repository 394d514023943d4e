import LogReading
import TestSupport
import Testing

@testable import ViewCounting

/// What earlier runs counted takes part in a reduction as if it were read again.
@Suite("Counting over several runs")
struct LaterRunTests {
    @Test(
        "Runs one after the other come to what one run of all lines does, and their views and views taken back add up",
        arguments: 7000..<7060 as Range<UInt64>)
    func nights(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        let expected = try run.counted([log.content])
        var generator = SeededGenerator(seed: seed)
        var kept: [DayPart] = []
        var totals: [CalendarDay: DayTotals] = [:]
        var outcomes = Accounting()
        for (number, file) in Arrangement(of: log.lines, using: &generator).packed(using: &generator).enumerated() {
            let worker = try run.worker([number: file])
            let night = Reduction(
                [worker], counting: [number], kept: kept, calendar: log.rules.calendar, jobs: 1 + number % 3)
            for day in night.days { totals[day.day] = day }
            kept += parts(of: worker)
            outcomes += night.accounting
            let retracted = night.retracted.values.reduce(0, +)
            outcomes[.view] -= retracted
            outcomes[.doubleClick] += retracted
        }
        #expect(outcomes == expected.accounting, "seed \(seed)")
        let days = totals.values.sorted { $0.day < $1.day }
        #expect(days.map(\.articles) == expected.days.map(\.articles), "seed \(seed)")
        #expect(days.map(\.lines.accounting) == expected.days.map(\.accounting), "seed \(seed)")
    }

    @Test("A source that goes leaves what the others count without it", arguments: 7100..<7140 as Range<UInt64>)
    func gone(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        let halves = (0..<2).map { half in
            SmallLog.content(
                log.lines.enumerated().filter { $0.offset % 2 == half }.map(\.element), endsWithLineFeed: true)
        }
        let workers = try halves.enumerated().map { try run.worker([$0: $1]) }
        let expected = run.reduction([workers[0]])
        let left = Reduction(
            [], counting: [], kept: parts(of: workers[0]), gone: parts(of: workers[1]), calendar: log.rules.calendar,
            jobs: 2)
        #expect(left.days.map(\.articles) == expected.days.map(\.articles), "seed \(seed)")
        #expect(left.accounting == Accounting(), "a run that reads nothing has counted nothing")
    }

    @Test(
        "A source that comes again, longer, takes the place of its shorter self",
        arguments: 7200..<7230 as Range<UInt64>)
    func grown(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        let start = SmallLog.content(Array(log.lines.prefix(log.lines.count / 2)), endsWithLineFeed: true)
        let expected = try run.counted([log.content])
        let grown = Reduction(
            [try run.worker([0: log.content])], counting: [0], gone: parts(of: try run.worker([0: start])),
            calendar: log.rules.calendar, jobs: 1)
        #expect(grown.days.map(\.articles) == expected.days.map(\.articles), "seed \(seed)")
        #expect(grown.accounting == expected.accounting, "seed \(seed)")
    }

    @Test("Views of earlier runs that a new click follows within 30 s are taken back, and counted only once")
    func retracted() throws {
        let rules = try #require(CountingRules.plain(now: 1_772_496_000))
        let run = try CountingRun(rules)
        func line(_ time: String) -> String {
            "10.0.0.1 - - [\(time) +0000] \"GET /a HTTP/1.1\" 200 1 \"-\" \"Firefox\"\n"
        }
        func night(_ times: [String], after kept: [DayPart]) throws -> (Reduction, [DayPart]) {
            let worker = try run.worker([0: Array(times.map(line).joined().utf8)])
            return (
                Reduction([worker], counting: [0], kept: kept, calendar: rules.calendar, jobs: 1),
                kept + parts(of: worker)
            )
        }
        let (first, afterFirst) = try night(["01/Mar/2026:23:59:50"], after: [])
        #expect(first.accounting[.view] == 1 && first.retracted.isEmpty)
        // The next day's click follows within 30 s: yesterday's view becomes a double click.
        let (second, afterSecond) = try night(["02/Mar/2026:00:00:20"], after: afterFirst)
        #expect(second.accounting[.view] == 1)
        #expect(second.retracted == [CalendarDay(number: 20_513): 1])
        // The same second again: one of them counts, the one that was there.
        let (third, afterThird) = try night(["02/Mar/2026:00:00:20"], after: afterSecond)
        #expect(third.accounting[.view] == 0 && third.accounting[.doubleClick] == 1 && third.retracted.isEmpty)
        // 31 s later is another view.
        let (fourth, _) = try night(["02/Mar/2026:00:00:51"], after: afterThird)
        #expect(fourth.accounting[.view] == 1 && fourth.retracted.isEmpty)
        #expect(fourth.days.map(\.views) == [0, 2])
    }

    @Test(
        "The views of a day by minute add up to its articles', and lie in the day",
        arguments: 7300..<7320 as Range<UInt64>)
    func minutes(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        let worker = try run.worker([0: log.content])
        for day in Reduction([worker], counting: [0], calendar: log.rules.calendar, jobs: 2).days {
            let cells = day.minuteViews.cells
            var sums = [Int](repeating: 0, count: day.articles.count)
            for cell in cells { sums[Int(cell.article)] += Int(cell.views) }
            #expect(sums == day.articles.map(\.views), "seed \(seed)")
            #expect(cells.allSatisfy { log.rules.calendar.day(at: Int64($0.minute) * 60) == day.day })
            let order = cells.map { UInt64($0.article) << 32 | UInt64($0.minute) }
            #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 }, "by article, then minute, each once")
            #expect(day.minuteViews.firstMinute == cells.map(\.minute).min() ?? 0)
        }
    }

    @Test("What a shorter copy had made a double click is not taken back again by the longer one")
    func notTakenBackTwice() throws {
        let rules = try #require(CountingRules.plain(now: 1_772_496_000))
        let run = try CountingRun(rules)
        func worker(_ seconds: Int...) throws -> WorkerCounts {
            let lines = seconds.map {
                "10.0.0.1 - - [01/Mar/2026:12:00:\($0) +0000] \"GET /a HTTP/1.1\" 200 1 \"-\" \"Firefox\"\n"
            }
            return try run.worker([0: Array(lines.joined().utf8)])
        }
        let reduction = Reduction(
            [try worker(20, 25)], counting: [0], kept: parts(of: try worker(10)), gone: parts(of: try worker(20)),
            calendar: rules.calendar, jobs: 1)
        #expect(reduction.retracted.isEmpty)
        #expect(reduction.accounting[.view] == 1 && reduction.accounting[.doubleClick] == 1)
    }

    @Test("Lines of closed days are late, and take nothing back", arguments: [false, true])
    func late(isPurged: Bool) throws {
        let open = try #require(CountingRules.plain(now: 1_772_496_000))
        let first = CalendarDay(number: 20_513)
        let rules = CountingRules(
            articles: open.articles, exclusions: open.exclusions, robots: open.robots, calendar: open.calendar,
            now: 1_772_496_000, closed: isPurged ? ClosedDays(before: first.next) : ClosedDays([first]))
        let run = try CountingRun(rules)
        let lines = ["01/Mar/2026:23:59:50", "02/Mar/2026:00:00:20", "02/Mar/2026:00:00:40"].map {
            "10.0.0.1 - - [\($0) +0000] \"GET /a HTTP/1.1\" 200 1 \"-\" \"Firefox\"\n"
        }
        let worker = try run.worker([0: Array(lines.joined().utf8)])
        let reduction = Reduction([worker], counting: [0], calendar: rules.calendar, jobs: 1)
        #expect(reduction.days.map(\.day) == [first.next])
        #expect(reduction.accounting[.late] == 1 && reduction.accounting[.view] == 1)
        #expect(worker.sources[0]?.days.allSatisfy { $0.followers.isEmpty } == true)
    }

    @Test("A visitor has another hash on every day, and only a follower has that of the day before")
    func salts() throws {
        let rules = try #require(CountingRules.plain(now: 1_772_496_000))
        let run = try CountingRun(rules)
        let lines = ["01/Mar/2026:12:00:00", "02/Mar/2026:00:00:29", "02/Mar/2026:00:00:30"].map {
            "10.0.0.1 - - [\($0) +0000] \"GET /a HTTP/1.1\" 200 1 \"-\" \"Firefox\"\n"
        }
        let days = try #require(try run.worker([0: Array(lines.joined().utf8)]).sources[0]?.days)
        let visitors = days.map { Set($0.clicks.joined().map(\.visitor)) }
        #expect(visitors.map(\.count) == [1, 1])
        #expect(visitors[0].isDisjoint(with: visitors[1]))
        #expect(Set(days[0].followers.map(\.visitor)) == visitors[0])
        #expect(days.map(\.followers.count) == [1, 0])
    }

    private func parts(of worker: WorkerCounts) -> [DayPart] {
        worker.sources.sorted { $0.key < $1.key }.flatMap(\.value.days).map { DayPart(day: $0, table: worker.table) }
    }
}
