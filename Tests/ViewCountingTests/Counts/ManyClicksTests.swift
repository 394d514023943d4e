import Foundation
import LogReading
import TestSupport
import Testing
import ViewCounting

/// Sizes at which buckets, pieces and memos are more than one.
@Suite("Many clicks")
struct ManyClicksTests {
    private static let now: Int64 = 1_772_452_800
    static let isLong = ProcessInfo.processInfo.environment["ACCESSRANK_LONG_TESTS"] == "1"

    private static func line(client: String, path: String, clock: String, agent: String) -> String {
        #"\#(client) - - [02/Mar/2026:06:\#(clock) +0000] "GET \#(path) HTTP/1.1" 200 5 "-" "\#(agent)""#
    }

    @Test("The twin agrees on many visitors, one of whom is a whole office", arguments: 0..<2 as Range<UInt64>)
    func manyVisitors(seed: UInt64) throws {
        let rules = try #require(CountingRules.plain(now: Self.now))
        var generator = SeededGenerator(seed: seed)
        var lines: [[UInt8]] = []
        for _ in 0..<4000 {
            let number = generator.next() % 3000
            let client = number < 600 ? "192.0.2.1" : "192.0.2.\(number)"
            let clock = "0\(generator.next() % 8):\(generator.next() % 50 + 10)"
            lines.append(
                Array(Self.line(client: client, path: "/\(generator.next() % 3)", clock: clock, agent: "Firefox").utf8))
        }
        var twin = PlainCounter(rules, now: Self.now)
        twin.read(SmallLog.content(lines, endsWithLineFeed: true))
        let expected = twin.finish()
        let run = try CountingRun(rules)
        let half = lines.count / 2
        let first = SmallLog.content(Array(lines[..<half]), endsWithLineFeed: true)
        let second = SmallLog.content(Array(lines[half...]), endsWithLineFeed: true)
        let workers = [try run.worker([0: second]), try run.worker([1: first])]
        for jobs in [1, 3] {
            let reduction = run.reduction(workers, jobs: jobs)
            #expect(reduction.accounting == expected.accounting, "seed \(seed)")
            #expect(reduction.days == expected.days, "seed \(seed)")
        }
    }

    @Test("Agents so many that they are forgotten are still the same visitors when they come back")
    func manyAgents() throws {
        let rules = try #require(CountingRules.plain(now: Self.now))
        let run = try CountingRun(rules)
        var text = ""
        for number in 0..<66_000 {
            text += Self.line(client: "192.0.2.1", path: "/a", clock: "00:00", agent: "a\(number)") + "\n"
        }
        for number in 0..<2000 {
            text += Self.line(client: "192.0.2.1", path: "/a", clock: "00:30", agent: "a\(number)") + "\n"
        }
        let reduction = run.reduction([try run.worker([0: Array(text.utf8)])], jobs: 2)
        #expect(reduction.outcomes == ["view": 66_000, "double-click": 2000])
        let article = try #require(reduction.days.first?.articles.first)
        #expect(article.views == 66_000 && article.visitors == 66_000 && article.rawClicks == 68_000)
    }

    @Test(
        "Targets so many that they are forgotten are still the same articles when they come back",
        .enabled(if: isLong, "ACCESSRANK_LONG_TESTS=1 asks for it"))
    func manyTargets() throws {
        let rules = try #require(CountingRules.plain(now: Self.now))
        let run = try CountingRun(rules)
        var text = ""
        for number in 0..<263_000 {
            text += Self.line(client: "192.0.2.1", path: "/\(number)", clock: "00:00", agent: "x") + "\n"
        }
        for number in 0..<2000 {
            text += Self.line(client: "192.0.2.1", path: "/\(number)", clock: "00:30", agent: "x") + "\n"
        }
        let reduction = run.reduction([try run.worker([0: Array(text.utf8)])])
        #expect(reduction.outcomes == ["view": 263_000, "double-click": 2000])
        #expect(reduction.days.first?.articles.count == 263_000)
    }
}
