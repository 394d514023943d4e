import Foundation
import ProgramTestSupport
import TestSupport
import Testing

@testable import LogSynthesis

/// Logs whose answer was known before they were written, through the built program.
@Suite("Truth of made-up logs")
struct TruthTests {
    static let sites: [SynthesisOptions] = [
        SynthesisOptions(lines: 6000, days: 2, articles: 60, seed: 1),
        SynthesisOptions(lines: 6000, days: 3, articles: 40, seed: 2, timezone: "Asia/Tokyo", servers: 3),
        SynthesisOptions(
            lines: 5000, days: 3, articles: 500, seed: 3, start: "2026-03-28", timezone: "Europe/Berlin", servers: 2),
        SynthesisOptions(lines: 5000, days: 2, articles: 5, seed: 4, start: "2026-10-31", timezone: "America/New_York"),
        SynthesisOptions(
            lines: 3000, days: 6, articles: 30, seed: 5, start: "2023-12-29", timezone: "Asia/Kathmandu", servers: 4),
        SynthesisOptions(lines: 1500, days: 1, articles: 25, seed: 6, timezone: "Pacific/Chatham"),
    ]

    @Test("Lines, outcomes and every figure of every article are found again", arguments: sites)
    func foundAgain(_ options: SynthesisOptions) throws {
        let logs = try SiteSynthesis(options).synthesize()
        let scratch = try Scratch()
        try scratch.write(Array(logs.profile.utf8), to: "site.yaml")
        for (number, file) in logs.files.enumerated() {
            // Every other one plain: its name says gzip, and its first bytes decide.
            if number.isMultiple(of: 2) {
                try scratch.write(file.bytes, to: file.name)
            } else {
                let packed = try GzipFile(path: scratch.place(file.name))
                try packed.write(file.bytes)
                try packed.close()
            }
        }

        let ending = try Program.accessrank(
            ["process", "--profile", "site.yaml", "--now", "2027-01-01T00:00:00Z", "--summary", "-"]
        ).run(in: scratch)

        #expect(ending.errors == "")
        #expect(ending.status == 0)
        let summary = try Summary(ending.stdout)
        #expect(summary.lines == logs.truth.lines)
        #expect(summary.outcomes == logs.truth.outcomes)
        for day in logs.truth.days where day.views > 0 {
            let found = ArticleRows(try scratch.text("reports/\(day.day)/articles.csv")).rows.map(Self.found)
            #expect(found == day.articles.map(Self.known), "\(day.day)")
        }
    }

    @Test("However the lines of one log are dealt out to files, the reports are the same", arguments: [11, 12, 13])
    func dealtOut(seed: UInt64) throws {
        let logs = try SiteSynthesis(
            SynthesisOptions(lines: 4000, days: 2, articles: 50, seed: seed, timezone: "Asia/Tokyo")
        ).synthesize()
        let scratch = try Scratch()
        var lines = logs.files.flatMap {
            $0.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        }
        var random = SeededGenerator(seed: seed)
        try scratch.write(Array(logs.profile.utf8), to: "site.yaml")
        try scratch.write(Array(lines.joined(separator: [UInt8(ascii: "\n")])), to: "whole.log")
        lines.shuffle(using: &random)
        var files = Array(repeating: [UInt8](), count: 5)
        for line in lines { files[Int.random(in: 0..<files.count, using: &random)] += line + [UInt8(ascii: "\n")] }
        for (number, bytes) in files.enumerated() { try scratch.write(bytes, to: "part-\(number).log") }

        let options = ["--no-history", "--profile", "site.yaml", "--now", "2027-01-01T00:00:00Z"]
        let whole = try Program.accessrank(["process", "whole.log", "--reports", "whole"] + options).run(in: scratch)
        let parts = try Program.accessrank(
            ["process"] + files.indices.map { "part-\($0).log" } + ["--reports", "parts", "--jobs", "3"] + options
        ).run(in: scratch)

        #expect([whole.status, parts.status] == [0, 0])
        #expect(whole.errors + parts.errors == "")
        #expect(scratch.tree("parts").difference(from: scratch.tree("whole")) == nil)
        #expect(!scratch.tree("whole").entries.isEmpty)
    }

    private static func found(_ row: [String: String]) -> String {
        ["article", "path", "section", "views", "visitors", "raw_clicks"].map { row[$0] ?? "?" }.joined(separator: " ")
    }

    private static func known(_ article: Truth.Article) -> String {
        "\(article.key) \(article.path) \(article.section) \(article.views) \(article.visitors) \(article.rawClicks)"
    }
}
