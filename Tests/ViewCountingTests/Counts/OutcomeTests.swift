import Foundation
import LogReading
import TestSupport
import Testing
import ViewCounting

/// COUNTING, section 2: every line has exactly one outcome, the first that applies.
@Suite("Outcomes")
struct OutcomeTests {
    /// 2026-03-02 12:00:00 UTC.
    private static let now: Int64 = 1_772_452_800

    /// Rules of words such as `pattern=/{section}/{id}`; the robots are the built-in list's.
    private func rules(_ profile: [String]) throws -> (rules: CountingRules, format: LogFormat) {
        func values(_ name: String) -> [String] {
            profile.filter { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
        }
        let known = [
            "pattern", "identity-query", "client", "agent", "path", "article", "also", "people", "zone", "format",
        ]
        for word in profile { try #require(known.contains { word.hasPrefix($0 + "=") }, "\(word)") }
        let rules = CountingRules(
            articles: ArticleRules(
                patterns: try values("pattern").map { try PathPattern($0) }, identityQuery: values("identity-query")),
            exclusions: Exclusions(
                clients: try values("client").map { try #require(ClientNetwork($0)) }, agents: values("agent"),
                paths: try values("path").map { try PathPattern($0) }, articles: values("article")),
            robots: RobotRules(also: values("also"), people: values("people")),
            calendar: try #require(SiteCalendar(zoneName: values("zone").first ?? "UTC")), now: Self.now)
        return (rules, try #require(LogFormat(rawValue: values("format").first ?? "combined")))
    }

    @Test("Lines have the outcomes of the table", arguments: try Table.load("outcomes", from: .module))
    func table(row: Table.Row) throws {
        let (rules, format) = try rules(row.words("profile"))
        let reduction = try CountingRun(rules, format: format).counted([row.bytes("lines")])
        let expected = Dictionary(grouping: row.words("outcomes"), by: \.self).mapValues(\.count)
        #expect(reduction.outcomes == expected)

        var twin = PlainCounter(rules, now: Self.now, hasVirtualHost: format.hasVirtualHost)
        twin.read(row.bytes("lines"))
        #expect(twin.finish().accounting == reduction.accounting, "the slow twin")
    }

    @Test("The outcomes stand in the order of the counting rules")
    func order() {
        #expect(
            Outcome.allCases.map(\.name) == [
                "oversize", "blank", "malformed", "future", "late", "bad-request", "other-method", "other-status",
                "other-page", "excluded", "prefetch", "robot", "double-click", "view",
            ])
        #expect(Outcome.allCases.filter { !$0.belongsToDay } == [.oversize, .blank, .malformed, .future])
    }
}
