import Foundation
import LogReading
import TestSupport
import Testing
import ViewCounting

/// Clicks drawn as text: `A: 0 29 58 | 89` are clicks of visitor A at these seconds from midnight, which are two views.
///
/// Visitors stand between `;`. `A b: 5` is a click of visitor A on article b; without it the article is a.
struct DrawnClicks {
    struct Click {
        var visitor: String
        var article: String
        var second: Int
    }

    private(set) var clicks: [Click] = []
    /// The last click of each chain.
    private(set) var views: [Click] = []

    init(_ drawing: String) throws {
        for row in drawing.split(separator: ";") {
            let parts = row.split(separator: ":")
            let names = try #require(parts.first).split(separator: " ")
            let visitor = String(try #require(names.first))
            let article = names.count > 1 ? String(names[1]) : "a"
            for chain in try #require(parts.last).split(separator: "|") {
                let seconds = chain.split(separator: " ").compactMap { Int($0) }
                let drawn = seconds.map { Click(visitor: visitor, article: article, second: $0) }
                clicks += drawn
                views.append(try #require(drawn.last))
            }
        }
    }
}

/// COUNTING, section 5.
@Suite("Chains of clicks")
struct ChainTests {
    /// 2026-03-02 00:00:00 UTC.
    private static let midnight: Int64 = 1_772_409_600
    private static let agents = ["A": "Firefox", "B": "Chrome", "C": "Safari"]

    private func line(_ click: DrawnClicks.Click) -> String {
        let isBefore = click.second < 0
        let second = isBefore ? 86_400 + click.second : click.second
        let clock = [second / 3600, second / 60 % 60, second % 60].map { String(format: "%02d", $0) }
        let time = "0\(isBefore ? 1 : 2)/Mar/2026:\(clock.joined(separator: ":")) +0000"
        let agent = Self.agents[click.visitor].map { #" "-" "\#($0)""# } ?? ""
        return #"192.0.2.1 - - [\#(time)] "GET /\#(click.article) HTTP/1.1" 200 5\#(agent)"#
    }

    /// `views visitors raw` of article a on a day, `-` where it has no view.
    private func figures(_ reduction: Counted, day number: Int64) -> String {
        let day = reduction.days.first { $0.day.number == Int32((Self.midnight + number * 86_400) / 86_400) }
        guard let article = day?.articles.first(where: { $0.key == "/a" }) else { return "-" }
        return "\(article.views) \(article.visitors) \(article.rawClicks)"
    }

    @Test(
        "Clicks are views as they are drawn, in one source, in one for each click, and backwards",
        arguments: try Table.load("chains", from: .module))
    func drawn(row: Table.Row) throws {
        let drawing = try DrawnClicks(row.text("clicks"))
        let rules = try #require(CountingRules.plain(now: Self.midnight + 86_400))
        let run = try CountingRun(rules)
        let lines = drawing.clicks.map { line($0) }
        let sources = lines.map { Array($0.utf8) }
        for files in [
            [Array(lines.joined(separator: "\n").utf8)], [Array(lines.reversed().joined(separator: "\n").utf8)],
            sources, sources.reversed(),
        ] {
            let reduction = try run.counted(files)
            #expect(reduction.accounting[.view] == drawing.views.count)
            #expect(reduction.accounting[.doubleClick] == drawing.clicks.count - drawing.views.count)
            for (number, isBefore) in [(-1, true), (0, false)] as [(Int64, Bool)] {
                let day = reduction.days.first { Int64($0.day.number) * 86_400 == Self.midnight + number * 86_400 }
                #expect(day?.views ?? 0 == drawing.views.filter { ($0.second < 0) == isBefore }.count)
            }
            #expect(figures(reduction, day: -1) == row.text("before"))
            #expect(figures(reduction, day: 0) == row.text("after"))
        }
    }
}
