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

    /// The second day is small and comes after a large one, the third is the largest.
    @Test(
        "Views lie in their minutes on days of different sizes, on however many threads",
        arguments: [1, 2, 5])
    func minutes(jobs: Int) throws {
        let rules = try #require(CountingRules.plain(now: Self.now + 2 * 86_400))
        let run = try CountingRun(rules)
        var text = ""
        /// Views by day, article and minute of the hour.
        var views = [[[Int: Int]]](repeating: [[:], [:], [:]], count: 3)
        for (day, visitors) in [3000, 90, 4000].enumerated() {
            for visitor in 0..<visitors {
                let article = visitor % 3
                let minute = visitor * visitor % 59
                // Some click twice, so that a bucket has fewer views than clicks; all of some minutes do.
                for second in minute % 7 == 0 ? [50, 69] : [9] {
                    let (clock, late) = (minute + second / 60, second % 60)
                    text += """
                        192.0.2.\(visitor) - - [0\(day + 1)/Mar/2026:06:\(clock / 10)\(clock % 10):\(late / 10)\(late % 10) +0000] \
                        "GET /\(article) HTTP/1.1" 200 5 "-" "Firefox"

                        """
                }
                views[day][article][minute % 7 == 0 ? minute + 1 : minute, default: 0] += 1
            }
        }
        let worker = try run.worker([0: Array(text.utf8)])
        let days = Reduction([worker], counting: [0], calendar: rules.calendar, jobs: jobs).days
        #expect(days.count == 3)
        for (day, expected) in zip(days, views) {
            #expect(day.articles.map(\.key) == ["/0", "/1", "/2"])
            var counted = [[Int: Int]](repeating: [:], count: 3)
            for cell in day.minuteViews.cells {
                counted[Int(cell.article)][Int(cell.minute) % 60, default: 0] += Int(cell.views)
            }
            #expect(counted == expected)
            #expect(day.articles.map(\.views) == expected.map { $0.values.reduce(0, +) })
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
