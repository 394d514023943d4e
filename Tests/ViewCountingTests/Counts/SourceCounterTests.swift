import Glibc
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("What a source brings")
struct SourceCounterTests {
    private static let line = #"192.0.2.1 - - [02/Mar/2026:06:00:00 +0000] "GET /a HTTP/1.1" 200 5 "-" "Firefox""#

    private func source(_ file: [UInt8], format: LogFormat? = nil) throws -> SourceCounts {
        let rules = try #require(CountingRules.plain(now: 1_772_500_000))
        let worker = try CountingRun(rules, format: format).worker([7: file])
        return try #require(worker.sources[7])
    }

    @Test("Samples are the first three lines that do not fit, no more than 300 bytes of each")
    func samples() throws {
        let long = String(repeating: "x", count: 400)
        let source = try source(Array("\n\(Self.line)\n\(long)\r\n \t\ntwo\nthree\nfour\n".utf8))
        let samples = source.malformedSamples.map { String(decoding: $0, as: UTF8.self) }
        #expect(samples == [String(repeating: "x", count: 300), "two", "three"])
        #expect(source.timeless[.malformed] == 4)
        #expect(source.timeless[.blank] == 2)
    }

    @Test("A source in which nothing fits has no format, and all its lines are accounted for")
    func nothingFits() throws {
        let source = try source(Array("junk\n\nmore".utf8))
        #expect(source.format == nil)
        #expect(source.lines == 3)
        #expect(source.timeless[.malformed] == 2)
        #expect(source.timeless[.blank] == 1)
        #expect(source.days.isEmpty)
    }

    @Test("A source without bytes has no lines", arguments: [[], Gzip.member([]), Gzip.member([]) + [0, 0]])
    func empty(file: [UInt8]) throws {
        let source = try source(file)
        #expect(source.lines == 0)
        #expect(source.identity.length == 0)
    }

    @Test("Garbage behind a gzip source is told of, and what comes before it counts")
    func garbage() throws {
        let member = Gzip.member(Array(Self.line.utf8))
        let source = try source(member + [0] + Array("garbage".utf8))
        #expect(source.garbageOffset == Int64(member.count + 1))
        #expect(source.lines == 1)
        #expect(source.format == .combined)
    }

    @Test("Oversize comes before blank: 65,536 spaces are blank, one more is oversize")
    func oversize() throws {
        func spaces(_ count: Int, _ end: String) -> [UInt8] {
            [UInt8](repeating: UInt8(ascii: " "), count: count) + Array(end.utf8)
        }
        for format in [LogFormat.common, nil] {
            let source = try source(
                spaces(65_536, "\n") + spaces(65_537, "\n") + spaces(65_536, "\r\n") + spaces(65_535, "\r\n")
                    + spaces(300_000, "\n") + spaces(65_537, ""), format: format)
            #expect(source.timeless[.blank] == 2)
            #expect(source.timeless[.oversize] == 4)
            #expect(source.lines == 6)
        }
    }

    @Test(
        "A line that is right in all but its length is oversize", arguments: [65_535, 65_536, 65_537, 65_538, 131_071])
    func long(bytes: Int) throws {
        let agent = String(repeating: "x", count: bytes - Self.line.utf8.count)
        let long = Self.line.dropLast() + agent + "\""
        let source = try source(Array("\(Self.line)\n\(long)\n\(Self.line)\n".utf8), format: .combined)
        #expect(source.timeless[.oversize] == (bytes > 65_536 ? 1 : 0))
        #expect(source.lines == 3)
        #expect(source.days.reduce(0) { $0 + $1.lines.accounting[.view] } == (bytes > 65_536 ? 2 : 3))
    }

    @Test("A line without the virtual host of its format is read in that format all the same")
    func withoutVirtualHost() throws {
        let rules = try #require(CountingRules.plain(now: 1_772_500_000))
        // The address stands for the host then, and `-` for the client: both lines are of one visitor.
        let log = Self.line + "\n" + Self.line.replacing("192.0.2.1", with: "192.0.2.2") + "\n"
        let content = Array((log + String(repeating: "\n", count: 100)).utf8)
        #expect(
            try CountingRun(rules, format: .vhostCombined).counted([content]).outcomes
                == ["view": 1, "double-click": 1, "blank": 100])
        #expect(try CountingRun(rules, format: .combined).counted([content]).outcomes == ["view": 2, "blank": 100])
    }

    @Test("The progress told is that of all lines of the blocks counted")
    func progress() throws {
        let rules = try #require(CountingRules.plain(now: 1_772_500_000))
        let run = try CountingRun(rules)
        let content = Array(String(repeating: Self.line + "\n", count: 3000).utf8)
        var counter = run.counter()
        var told = 0
        let input = try LogInput(opening: try run.path(of: content, number: 0))
        try counter.count(LogStream(input), as: 0, layout: .standard(.combined)) { told += $0 }
        #expect(told == 3000)
        #expect(counter.finish().sources[0]?.lines == 3000)
    }

    @Test("Nothing is kept of a source that changes while it is read")
    func changed() throws {
        let rules = try #require(CountingRules.plain(now: 1_772_500_000))
        let run = try CountingRun(rules)
        var counter = run.counter()
        let path = try run.path(of: Array((Self.line + "\n").utf8), number: 0)
        let input = try LogInput(opening: path)
        #expect(throws: LogReadError.changed(name: path)) {
            try counter.count(LogStream(input), as: 0, layout: .standard(.combined)) { _ in
                truncate(path, 0)
            }
        }
        #expect(counter.finish().sources.isEmpty)
    }

    @Test("Patterns that fit, and the shapes of paths that none fits, are told of")
    func patternsAndShapes() throws {
        let calendar = try #require(SiteCalendar(zoneName: "UTC"))
        let rules = CountingRules(
            articles: ArticleRules(patterns: [try PathPattern("/news/{id}"), try PathPattern("/sport/{id}")]),
            exclusions: Exclusions(), robots: RobotRules(lists: []), calendar: calendar, now: 1_772_500_000)
        let lines = ["/sport/1", "/x/12345678-1", "/x/87654321-2", "/site.css"].map {
            Self.line.replacing("/a", with: $0)
        }
        let worker = try CountingRun(rules).worker([0: Array(lines.joined(separator: "\n").utf8)])
        #expect(worker.fittingPatterns == [1])
        #expect(worker.unmatchedShapes.values.sorted() == [2])
    }
}
