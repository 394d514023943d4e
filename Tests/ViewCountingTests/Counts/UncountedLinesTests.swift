import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("Lines of articles that are no clicks")
struct UncountedLinesTests {
    @Test("Are those that a plain look at each line finds", arguments: 6000..<6080 as Range<UInt64>)
    func plainLook(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        let worker = try run.worker([0: log.content])
        let source = try #require(worker.sources[0])
        var told: [PlainLook.Found: Int] = [:]
        for day in source.days {
            #expect(day.untoldLines == 0)
            for lines in day.uncounted {
                let page = worker.table.pages[Int(lines.page)]
                told[
                    PlainLook.Found(
                        day: day.day, key: worker.table.articles[Int(page.article)], path: page.path,
                        verdict: lines.verdict), default: 0] += lines.lines
            }
        }
        var look = PlainLook(rules: log.rules)
        var judge = LineJudge(log.rules, keys: .random())
        var tally = SourceTally(log.rules, keys: .random())
        var parser = RequestParser(log.format)
        for line in log.lines {
            _ = line.withByteView { judge.judge($0, parsedBy: &parser, into: &tally, notes: &look) }
        }
        #expect(told == look.found, "seed \(seed)")
        // Of these outcomes every line asks for an article.
        for outcome in [Outcome.excluded, .prefetch, .robot] {
            let lines = source.days.flatMap(\.uncounted).filter { $0.verdict.outcome == outcome }
            let counted = source.days.reduce(0) { $0 + $1.lines.accounting[outcome] }
            #expect(lines.reduce(0) { $0 + $1.lines } == counted, "seed \(seed), \(outcome)")
        }
    }

    @Test("Targets that only other methods and statuses ask for teach the patterns nothing")
    func patterns() throws {
        let calendar = try #require(SiteCalendar(zoneName: "UTC"))
        let rules = CountingRules(
            articles: ArticleRules(patterns: [try PathPattern("/a/{id}"), try PathPattern("/b/{id}")]),
            exclusions: Exclusions(), robots: RobotRules(lists: []), calendar: calendar, now: 1_772_500_000)
        let lines = ["GET /a/1 200", "GET /b/2 404", "HEAD /b/3 200", "GET /c/4 404", "GET /d/5 200"].map { text in
            let words = text.split(separator: " ")
            return #"1.2.3.4 - - [02/Mar/2026:10:00:00 +0000] "\#(words[0]) \#(words[1]) HTTP/1.1" \#(words[2]) 5"#
        }
        let run = try CountingRun(rules)
        let worker = try run.worker([0: Array((lines.joined(separator: "\n") + "\n").utf8)])
        #expect(worker.fittingPatterns == [0])
        #expect(worker.unmatchedShapes.values.reduce(0, +) == 1)
        let told = try #require(worker.sources[0]).days.flatMap(\.uncounted)
        #expect(Set(told.map { worker.table.pages[Int($0.page)].path }) == ["/b/2", "/b/3"])
        #expect(
            Set(told.map(\.verdict)) == [
                LineVerdict(.otherStatus, rule: "404"), LineVerdict(.otherMethod, rule: "HEAD"),
            ])
    }

    @Test("Of more methods than are kept apart all others are one; no other rule is forgotten for them")
    func methods() throws {
        let rules = try #require(CountingRules.plain(now: 1_772_500_000))
        func line(_ method: String, _ status: Int = 200, agent: String = "Firefox") -> String {
            "1.2.3.4 - - [02/Mar/2026:10:00:00 +0000] \"\(method) /a HTTP/1.1\" \(status) 5 \"-\" \"\(agent)\"\n"
        }
        func letters(_ number: Int) -> String {
            number == 0 ? "" : letters(number / 16) + String("ABCDEFHIJKLMNOPQ".prefix(number % 16 + 1).suffix(1))
        }
        let methods = (1...70_000).map { "M" + letters($0) }
        let log = methods.map { line($0) }.joined() + line("GET", 404) + line("GET", agent: "-") + line(methods[0])
        let worker = try CountingRun(rules).worker([0: Array(log.utf8)])
        let day = try #require(worker.sources[0]?.days.first)
        var lines: [LineVerdict: Int] = [:]
        for told in day.uncounted { lines[told.verdict, default: 0] += told.lines }
        #expect(lines.count == 256 + 1 + 2)
        #expect(lines[LineVerdict(.otherMethod, rule: "")] == 70_000 - 256)
        #expect(lines[LineVerdict(.otherMethod, rule: ByteString(methods[0]))] == 2)
        #expect(lines[LineVerdict(.otherStatus, rule: "404")] == 1)
        #expect(lines[LineVerdict(.robot, rule: "no agent")] == 1)
    }

    @Test("Of more pages than are kept apart, lines are counted together; known ones are still told")
    func tooMany() throws {
        let rules = try #require(CountingRules.plain(now: 1_772_500_000))
        func line(_ path: String, _ status: Int) -> String {
            "1.2.3.4 - - [02/Mar/2026:10:00:00 +0000] \"GET \(path) HTTP/1.1\" \(status) 5\n"
        }
        let most = 65_536
        var log = line("/read", 200) + line("/gone", 200)
        for number in 0..<(most + 10) {
            log += line("/scan/\(number)", 404)
            // What readers have asked for, long before, is none of them.
            if number == most / 2 { log += line("/gone", 404) }
        }
        log += line("/read", 301) + line("/scan/0", 404) + line("/scan/\(most)", 404)
        let worker = try CountingRun(rules).worker([0: Array(log.utf8)])
        let day = try #require(worker.sources[0]?.days.first)
        #expect(day.untoldLines == 11)
        #expect(day.uncounted.reduce(0) { $0 + $1.lines } == most + 3)
        let read = day.uncounted.filter { worker.table.pages[Int($0.page)].path == "/read" }
        #expect(read.map(\.verdict) == [LineVerdict(.otherStatus, rule: "301")])
    }
}

/// Looks at each line by the rules alone, one after the other.
private struct PlainLook: LineNotes {
    struct Found: Hashable {
        let day: CalendarDay
        let key, path: ByteString
        let verdict: LineVerdict
    }

    let rules: CountingRules
    private(set) var found: [Found: Int] = [:]
    private var held: [(target: [UInt8], client: [UInt8], agent: [UInt8], second: UInt32)] = []

    init(rules: CountingRules) { self.rules = rules }

    mutating func note(_ request: LoggedRequest, _ line: Range<Int>, of block: ByteView, _ outcome: Outcome) {
        switch request.request {
        case .otherMethod(let text, let methodBytes) where outcome == .otherMethod:
            let parts = text.bytes.split(separator: 32)
            let method = ByteString(text.bytes.prefix(methodBytes).prefix(32))
            add(LineVerdict(.otherMethod, rule: method), Array(parts[1]), request.second)
        case .get(let target, _) where outcome == .otherStatus:
            add(LineVerdict(.otherStatus, rule: ByteString(String(request.status))), target.bytes, request.second)
        default: break
        }
    }

    mutating func hold(_ request: LoggedRequest, _ line: Range<Int>, of block: ByteView) {
        guard case .get(let target, _) = request.request else { return }
        let agent = request.agent.map { request.isAgentQuoted ? QuotedField.unescaped($0) : $0.bytes } ?? []
        held.append((target.bytes, request.client.bytes, agent, request.second))
    }

    mutating func settle(_ outcome: Outcome, client: ByteView) {
        let line = held.removeFirst()
        switch outcome {
        case .excluded:
            add(LineVerdict(.excluded, rule: exclusion(line.target, line.client, line.agent)), line.target, line.second)
        case .robot:
            guard case .robot(let reason) = rules.robots.judge(agent: line.agent) else { return }
            let rule =
                switch reason {
                case .noAgent: "no agent"
                case .also(let token): "robots.also: " + token
                case .listed(let entry, let list): list + ": " + entry.token
                }
            add(LineVerdict(.robot, rule: ByteString(rule)), line.target, line.second)
        default: break
        }
    }

    private mutating func add(_ verdict: LineVerdict, _ target: [UInt8], _ second: UInt32) {
        guard case .article(let article) = rules.articles.judge(target: target) else { return }
        found[
            Found(
                day: rules.calendar.day(at: Int64(second)), key: ByteString(article.key),
                path: ByteString(article.path), verdict: verdict), default: 0] += 1
    }

    private func exclusion(_ target: [UInt8], _ client: [UInt8], _ agent: [UInt8]) -> ByteString {
        let exclusions = rules.exclusions
        if case .article(let article) = rules.articles.judge(target: target) {
            if exclusions.articles.contains(article.key) {
                return ByteString(Array("exclude.articles: ".utf8) + article.key)
            }
            if exclusions.excludes(article: article) { return "exclude.paths: /secret/**" }
        }
        if exclusions.excludes(agent: agent) { return "exclude.agents: check" }
        return "exclude.clients: entry 1"
    }

    mutating func begin(_ layout: LogLayout) {}
    mutating func note(_ line: Range<Int>, of block: ByteView, _ outcome: Outcome) {}
    mutating func noteDropped(_ piece: ByteView) {}
    mutating func endDropped(isLine: Bool) {}
}
