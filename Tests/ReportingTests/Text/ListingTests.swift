import ArticleRanking
import LogReading
import Testing
import ViewCounting

@testable import Reporting

@Suite("The lists of days and of sources")
struct ListingTests {
    @Test("Days: golden")
    func days() throws {
        let tokyo = try #require(SiteCalendar(zoneName: "Asia/Tokyo"))
        var rows = [
            try row("2026-03-01", 1_772_290_800), try row("2026-03-02", 1_772_377_203),
            try row("2026-03-03", 1_772_463_600), try row("2026-03-04", 1_772_550_000),
        ]
        rows[0].isClosed = true
        rows[1].restatement = try MadeDay.restatement()
        rows[1].version = 3
        rows[1].lines = 1_234_567
        rows[2].isIncomplete = true
        rows[2].restatement = Restatement(
            version: 2, at: 1_772_564_400, came: [],
            gone: ["a\u{1B}[2J.log", "b.log"].map { Restatement.Source(name: $0, lines: 1) }, retracted: 0,
            before: [MadeDay.article("a", "/a", nil, 1, visitors: 1)], after: [], top: 5)
        rows[3].isPartial = true
        rows[3].lines = 0
        try Golden.expect(Array(DayListing(rows, calendar: tokyo).text.utf8), toBe: "days.txt")
    }

    @Test("Times of a day on which the clock changes come with their offset")
    func clockChange() throws {
        let berlin = try #require(SiteCalendar(zoneName: "Europe/Berlin"))
        let text = DayListing([try row("2026-10-25", 1_792_884_600)], calendar: berlin).text
        #expect(text.contains("01:30 (+02:00)..02:30 (+01:00)"), "\(text)")
    }

    @Test(
        "What a restatement brought, in short",
        arguments: [
            (["web2.log.gz"], [], 1204, "v3 2026-03-04 04:00: +1,204 views from web2.log.gz"),
            (["a", "b", "c"], [], 1, "v3 2026-03-04 04:00: +1 view from a and 2 more"),
            ([], ["old.log"], -800, "v3 2026-03-04 04:00: -800 views without old.log"),
            (["a"], ["b"], 0, "v3 2026-03-04 04:00: views as before from a, without b"),
            (["a", "b"], ["a"], 7, "v3 2026-03-04 04:00: +7 views from a and 1 more"),
            ([], [], 5, "v3 2026-03-04 04:00: +5 views"),
            (["\u{202E}x\n"], [], 2, #"v3 2026-03-04 04:00: +2 views from \u{202e}x\x0a"#),
        ] as [([String], [String], Int, String)])
    func summary(came: [String], gone: [String], change: Int, text: String) throws {
        let tokyo = try #require(SiteCalendar(zoneName: "Asia/Tokyo"))
        func articles(_ views: Int) -> [ArticleCounts] { [MadeDay.article("a", "/a", nil, views, visitors: 1)] }
        func sources(_ names: [String]) -> [Restatement.Source] { names.map { Restatement.Source(name: $0, lines: 1) } }
        let restatement = Restatement(
            version: 3, at: 1_772_564_400, came: sources(came), gone: sources(gone), retracted: 0,
            before: articles(2000), after: articles(2000 + change), top: 5)
        #expect(restatement.summary(tokyo) == text)
    }

    @Test("Sources: golden")
    func sources() throws {
        let tokyo = try #require(SiteCalendar(zoneName: "Asia/Tokyo"))
        let rows = [
            SourceListing.Row(
                number: 1, name: "logs/access-2026-03-02.log.gz", state: "counted", lines: 12_345,
                days: [try MadeDay.day("2026-03-03"), try MadeDay.day("2026-03-02")], at: 1_772_564_400),
            SourceListing.Row(
                number: 2, name: "ログ.log\n\u{1B}[31m", state: "same-content", lines: 0, days: [], at: 1_772_564_400),
            SourceListing.Row(
                number: 3, name: "b.log", state: "counted", lines: 1, days: [try MadeDay.day("2026-03-02")], at: .max),
        ]
        try Golden.expect(Array(SourceListing(rows, calendar: tokyo).text.utf8), toBe: "sources.txt")
    }

    @Test("An empty list is a sentence")
    func empty() throws {
        let utc = try #require(SiteCalendar(zoneName: "UTC"))
        #expect(DayListing([], calendar: utc).text == "No day has been counted yet.\n")
        #expect(SourceListing([], calendar: utc).text == "No source has been read yet.\n")
    }

    @Test("Whatever a name is, a list has a line for each row", arguments: Hostile.texts)
    func hostile(text: ByteString) throws {
        let utc = try #require(SiteCalendar(zoneName: "UTC"))
        let row = SourceListing.Row(number: 1, name: text.text, state: "counted", lines: 1, days: [], at: 0)
        let list = SourceListing([row, row], calendar: utc).text
        #expect(list.filter { $0 == "\n" }.count == 3)
        #expect(Hostile.unseen(in: list).allSatisfy { $0 == "\n" })
    }

    /// A day of one hour and 2,000 seconds of lines.
    private func row(_ iso: String, _ first: UInt32) throws -> DayListing.Row {
        DayListing.Row(
            day: try MadeDay.day(iso), version: 1, isPartial: false, isIncomplete: false, isClosed: false, sources: 2,
            lines: 40, firstSecond: first, lastSecond: first + 7200, views: 12, restatement: nil)
    }
}
