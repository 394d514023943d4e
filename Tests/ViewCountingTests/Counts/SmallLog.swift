import LogReading
import TestSupport

@testable import ViewCounting

/// A small made-up log in which much meets: few visitors, few articles, few seconds, at an awkward hour.
struct SmallLog {
    /// A zone and an instant at which its days do something.
    struct Hour: Sendable {
        let zone: String
        let instant: Int64
        let what: String
    }

    static let hours = [
        Hour(zone: "UTC", instant: 1_772_409_600, what: "midnight"),
        Hour(zone: "Asia/Tokyo", instant: 1_772_377_200, what: "midnight"),
        Hour(zone: "Europe/Berlin", instant: 1_774_746_000, what: "an hour is left out, 2026-03-29"),
        Hour(zone: "Europe/Berlin", instant: 1_792_890_000, what: "an hour comes twice, 2026-10-25"),
        Hour(zone: "Europe/Berlin", instant: 1_774_738_800, what: "the midnight before"),
        Hour(zone: "America/St_Johns", instant: 1_289_097_060, what: "yesterday comes back, 2010-11-07"),
        Hour(zone: "America/St_Johns", instant: 1_289_100_600, what: "and is over again"),
        Hour(zone: "Pacific/Apia", instant: 1_325_239_200, what: "a day is left out, 2011-12-30"),
        Hour(zone: "America/Sao_Paulo", instant: 1_518_919_200, what: "the last hour comes twice"),
    ]

    let hour: Hour
    let now: Int64
    let rules: CountingRules
    let format: LogFormat
    private(set) var lines: [[UInt8]] = []

    init?(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        hour = Self.hours[Int(seed) % Self.hours.count]
        now = hour.instant + [60, 3600, 200_000][Int(seed / 3) % 3]
        format = seed % 5 == 4 ? .vhostCombined : .combined
        guard let rules = Self.rules(hour, now: now, seed: seed) else { return nil }
        self.rules = rules
        let writer = Writer(hour: hour, now: now, hasVirtualHost: format.hasVirtualHost)
        let count = Int.random(in: 1...160, using: &generator)
        for _ in 0..<count { lines.append(writer.line(using: &generator)) }
        for index in lines.indices where generator.next() % 12 == 0 {
            lines[index] = LineMutation.mutated([lines[index]], using: &generator)
        }
        for index in lines.indices {
            switch generator.next() % 60 {
            case 0: lines[index] = []
            case 1: lines[index] = Array(" \t \r".utf8)
            case 2...5: lines[index] += Array(" \r".utf8)
            default: break
            }
        }
        if seed % 7 == 3 {
            let length = [65_535, 65_536, 65_537, 140_000][Int(seed / 7) % 4]
            lines.insert([UInt8](repeating: UInt8(ascii: " "), count: length), at: lines.count / 2)
        }
    }

    /// All lines, one behind the other; the last one's LF is missing now and then.
    var content: [UInt8] { Self.content(lines, endsWithLineFeed: lines.count % 3 > 0) }

    static func content(_ lines: [[UInt8]], endsWithLineFeed: Bool) -> [UInt8] {
        var content: [UInt8] = []
        for line in lines { content += line + [10] }
        // Without its LF an empty last line would be none.
        if !endsWithLineFeed, let last = lines.last, !last.isEmpty { content.removeLast() }
        return content
    }

    private static func rules(_ hour: Hour, now: Int64, seed: UInt64) -> CountingRules? {
        let patterns = ["/{section}/{id}", "/{section}/**/x-{id}", "/**"].compactMap { try? PathPattern($0) }
        let network = ClientNetwork("198.51.100.0/24")
        let excludedPath = try? PathPattern("/secret/**")
        let robots = RobotList(name: "made-up", version: "1", entries: [.init("bot", "it says so")])
        return SiteCalendar(zoneName: hour.zone).map { calendar in
            CountingRules(
                articles: ArticleRules(
                    patterns: seed % 4 == 0 ? [] : Array(patterns.prefix(Int(seed % 4))),
                    identityQuery: seed % 3 == 0 ? ["id"] : []),
                exclusions: seed % 2 == 0
                    ? Exclusions()
                    : Exclusions(
                        clients: [network].compactMap(\.self), agents: ["check"],
                        paths: [excludedPath].compactMap(\.self), articles: ["9"]),
                robots: RobotRules(lists: [robots], also: ["Crawler"], people: ["notabot"]), calendar: calendar,
                now: now)
        }
    }
}
