import ArticleRanking
import Foundation
import GRDB
import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

/// Whatever is in the file, the history is read or refused in one sentence.
@Suite("Damaged histories")
struct DamagedHistoryTests {
    private func filled() throws -> Place {
        let place = try Place()
        let history = try place.write()
        try history.see(
            ["a": Headline(title: "A", section: "x", published: PublicationTime(second: 5), url: "u")],
            on: Sample.monday)
        var change = try Sample.change(
            history, at: Sample.night(after: Sample.monday),
            adding: [
                Sample.source("one", [Sample.part(Sample.monday, visitors: Array(0..<600), followers: [9])]),
                Sample.source("two", [Sample.part(Sample.tuesday, visitors: [4, 5])]),
            ], totals: [Sample.totals(Sample.monday), Sample.totals(Sample.tuesday)])
        change.settings = "x"
        change.files = [1: [Sample.file(1)]]
        try history.commit(change)
        return place
    }

    /// Reads all there is.
    private func readAll(_ history: History) throws {
        _ = try history.state(now: 0, retainDays: 3, calendar: try #require(Sample.calendar))
        _ = try history.files(readUnder: "x", now: .max)
        _ = try history.sources()
        let days = try history.days().map(\.day)
        _ = try history.withdrawnDays()
        for day in days {
            _ = try history.totals(of: day)
            var numbers = try history.numberedDays()
            _ = try numbers.rows(of: day)
            _ = try history.headlines(on: day, of: ["a", "b"])
        }
        _ = try history.parts(of: Set(days + [Sample.monday]))
    }

    @Test(
        "A value that cannot be is named with its table, day and source",
        arguments: [
            ("UPDATE day SET lines = x'02'", "day, day 2026-03-02: lines is of the unknown format 2"),
            ("UPDATE day SET articles = x'0201'", "day, day 2026-03-02: articles ends too early"),
            (
                "UPDATE day SET articles = x'0201C801010101'",
                "day, day 2026-03-02: articles has an article of the unknown place 100"
            ),
            ("DELETE FROM place", "day, day 2026-03-02: articles has an article of the unknown place 1"),
            ("UPDATE place SET number = -1", "day, day 2026-03-02: articles has an article of the unknown place 1"),
            ("UPDATE place SET number = 1 << 40", "place: number is an impossible number"),
            (
                "INSERT INTO place (key, path, section) SELECT key, path, section FROM place",
                "place: number is a second number of one place"
            ),
            ("UPDATE day SET minutes = NULL", "day, day 2026-03-02: minutes is missing"),
            ("UPDATE day SET version = -1", "day, day 2026-03-02: version is an impossible number"),
            ("UPDATE day SET day = 99999999999 WHERE day = 20514", "day: day is no day"),
            ("UPDATE source_day SET lines = x''", "source_day, day 2026-03-02, source 1: lines ends too early"),
            ("UPDATE source_day SET day = -9999", "source_day: day is no day"),
            (
                "UPDATE source_pages SET pages = x'0100'",
                "source_pages, day 2026-03-02, source 1: uncounted has lines of page 0 of 0"
            ),
            ("UPDATE click_run SET clicks = x'0101'", "click_run, day 2026-03-02, source 1: clicks ends too early"),
            (
                "DELETE FROM click_run WHERE source = 1",
                "click_run, day 2026-03-02, source 1: has 0 clicks in place of 600"
            ),
            ("UPDATE salt SET salt = x'01'", "salt, day 2026-03-02: salt is no key of 16 bytes"),
            ("UPDATE site SET content_key = x'01'", "site: content_key is no key of 16 bytes"),
            ("UPDATE source SET content = x'01'", "source, source 1: content ends too early"),
            ("UPDATE source SET state = 'odd'", "source, source 1: state is none that is known"),
            ("UPDATE source SET format = 'odd'", "source, source 1: format is none that is known"),
            ("UPDATE source SET timeless = x'0101ff00'", "source, source 1: timeless has an unknown outcome, 127"),
            ("UPDATE source SET last_second = -1", "source: ifnull(max(last_second), 0) is no time"),
            ("UPDATE source SET lines = -1", "source, source 1: lines is an impossible number"),
            ("UPDATE headline SET title = x'ff'", "headline, day 2026-03-02: title is no text"),
            ("UPDATE headline SET title = x''", "headline, day 2026-03-02: title is no text"),
            ("UPDATE headline SET url = x'ff'", "headline, day 2026-03-02: url is no text"),
            ("UPDATE headline SET published = 1 << 60", "headline, day 2026-03-02: published is no time"),
            ("UPDATE headline SET last_seen = -9999", "headline, day 2026-03-02: last_seen is no day"),
            ("UPDATE headline SET first_seen = 99999999", "headline: first_seen is no day"),
            ("UPDATE source_file SET digest = x'01'", "source_file, source 1: digest is no digest of 16 bytes"),
            ("INSERT INTO damage VALUES (99999999, 1)", "damage: day is no day"),
        ])
    func values(sql: String, said: String) throws {
        let place = try filled()
        do {
            let history = try place.write()
            try history.queue.write { try $0.execute(sql: sql) }
        }
        let error = failure { try readAll(try place.read()) }
        #expect(error?.kind == .unusable)
        #expect(
            error?.message == "\(place.path): is damaged (\(said)); "
                + "put back a good copy, or move it away and count the logs again")
    }

    @Test("A table that is missing")
    func missingTable() throws {
        let place = try filled()
        let history = try place.write()
        try history.queue.write { try $0.execute(sql: "DROP TABLE click_run") }
        let error = failure { try readAll(history) }
        #expect(error?.kind == .unusable)
        #expect(error?.message.contains("no such table: click_run") == true)
    }

    @Test("Bytes changed anywhere in the file", arguments: 0..<25 as Range<UInt64>)
    func bytes(seed: UInt64) throws {
        let bytes = try filled().bytes()
        var random = SeededGenerator(seed: seed)
        for _ in 0..<12 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                changed[.random(in: changed.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            if Int.random(in: 0...4, using: &random) == 0 {
                changed.removeLast(.random(in: 0..<changed.count, using: &random))
            }
            let place = try Place()
            _ = try place.folder.file("accessrank.sqlite", changed)
            let error = failure { try readAll(try place.read()) }
            if let error {
                #expect(!error.message.contains("\n"))
                #expect([.unusable, .io].contains(error.kind), "seed \(seed): \(error.message)")
            }
        }
    }
}
