import GRDB
import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Histories of version 2")
struct MigrationLawTests {
    @Test(
        "All of their days, open and closed, and of their lines are in what they become",
        arguments: 1...30 as ClosedRange<UInt64>)
    func kept(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let place = try Place()
        defer { place.keep() }
        let days = (0..<5 as Range<Int32>).map { CalendarDay(number: Sample.monday.number + $0) }
        let totals = try fill(place, days, &random)
        let (parts, states) = try contents(place, days)
        try makeVersionTwo(place)
        #expect(failure { _ = try place.read() }?.kind == .unusable)
        do {
            let history = try place.write()
            for (day, totals) in zip(days, totals) {
                let kept = try #require(try history.totals(of: day))
                #expect(kept.articles == totals.articles, "seed \(seed), \(day)")
                #expect(kept.minuteViews.cells == totals.minuteViews.cells, "seed \(seed), \(day)")
            }
            // Of a night that brings nothing new, no day gets another version or revision.
            let change = try Sample.change(history, at: Sample.night(after: days[4]), totals: [totals[4]])
            try history.commit(change)
        }
        let (partsAfter, statesAfter) = try contents(place, days)
        #expect(partsAfter == parts, "seed \(seed)")
        #expect(statesAfter == states, "seed \(seed)")
        #expect(states.contains { $0.hasSuffix("true") } && states.contains { $0.hasSuffix("false") })
    }

    /// Five nights, of which the first days are closed.
    ///
    /// - Returns: What was counted of each day.
    private func fill(
        _ place: Place, _ days: [CalendarDay], _ random: inout SeededGenerator
    ) throws -> [DayTotals] {
        let history = try place.write()
        return try days.map { day in
            let keys = Set(random.row(of: Self.keys, upTo: 6)).sorted()
            var table = PageTable()
            for key in keys { _ = table.page(key: key, path: key, section: nil) }
            var part = Sample.part(day, visitors: keys.isEmpty ? [] : [1, 2], pages: max(1, keys.count))
            part.uncounted = keys.indices.filter { $0 % 2 == 0 }.map { page in
                UncountedLines(page: UInt32(page), verdict: LineVerdict(.robot, rule: "list: bot"), lines: page + 1)
            }
            var totals = Sample.totals(day)
            totals.articles = keys.map { key in
                ArticleCounts(
                    key: key, path: [key, "/x/1", "/y/\u{0}2"].randomElement(using: &random) ?? key,
                    section: [nil, "", "x", "y"].randomElement(using: &random) ?? nil,
                    views: .random(in: 1...900, using: &random), visitors: .random(in: 0...9, using: &random),
                    rawClicks: .random(in: 0...9, using: &random))
            }
            totals.minuteViews = MinuteViews(
                cells: keys.indices.map {
                    .init(article: UInt32($0), minute: Sample.noon(day) / 60, views: UInt32(totals.articles[$0].views))
                })
            let change = try Sample.change(
                history, at: Sample.night(after: day), retainDays: 1,
                adding: [Sample.source("\(day).log", [part], table: table)], totals: [totals])
            try history.commit(change)
            return totals
        }
    }

    /// The lines of each source and day, robots' without the rule, and what is said of each day.
    private func contents(_ place: Place, _ days: [CalendarDay]) throws -> (parts: [String], states: [String]) {
        let history = try place.read()
        let parts = try history.parts(of: Set(days)).map { part in
            let lines = part.day.uncounted.map { (part.table.pages[Int($0.page)].path, $0.lines) }.sorted {
                $0.0 < $1.0
            }
            let clicks = part.day.clicks.joined().map { part.table.pages[Int($0.page)].path.bytes }
            return "\(part.day.day) \(lines.map { "\($0.0.bytes) \($0.1)" }) \(clicks)"
        }
        let states = try history.days().map { "\($0.day) v\($0.version) r\($0.revision) \($0.isClosed)" }
        return (parts, states)
    }

    /// Undoes the fourth step, and the third as far as it can be undone.
    private func makeVersionTwo(_ place: Place) throws {
        let history = try place.write()
        let days = try history.days().map(\.day)
        let totals = try days.map { try #require(try history.totals(of: $0)) }
        try history.write { db in
            for totals in totals {
                try db.execute(
                    sql: "UPDATE day SET articles = ? WHERE day = ?",
                    arguments: [named(totals.articles).data, totals.day.number])
            }
            for row in try Row.fetchAll(db, sql: "SELECT rowid, pages, uncounted FROM source_pages") {
                let fields = Fields(row, of: "source_pages")
                let pages = try fields.blob(1, PageTableBlob.decode).pages.count
                let lines = try fields.blob(2) { bytes throws(DamagedBlob) in
                    try UncountedBlob.decode(bytes, pages: pages).lines
                }
                try db.execute(
                    sql: "UPDATE source_pages SET uncounted = ? WHERE rowid = ?",
                    arguments: [robots(lines).data, try fields.integer(0)])
            }
            try db.execute(
                sql: """
                    DROP TABLE source_file;
                    DROP TABLE place;
                    ALTER TABLE source_pages RENAME COLUMN uncounted TO robot_lines;
                    DELETE FROM grdb_migrations WHERE identifier LIKE '3 %' OR identifier LIKE '4 %';
                    PRAGMA user_version = 2;
                    """)
        }
    }

    private func named(_ articles: [ArticleCounts]) -> BlobWriter {
        var writer = BlobWriter(format: 1)
        writer.append(count: articles.count)
        for article in articles {
            // Nothing shared with the text before: that too is front coding.
            writer.append(count: 0)
            writer.append(text: article.key.bytes)
            writer.append(count: article.path == article.key ? 0 : 1)
            if article.path != article.key { writer.append(text: article.path.bytes) }
            writer.append(count: article.section.map { $0.bytes.count + 2 } ?? 0)
            writer.append(raw: article.section?.bytes ?? [])
            for count in [article.views, article.visitors, article.rawClicks] { writer.append(count: count) }
        }
        return writer
    }

    private func robots(_ lines: [UncountedLines]) -> BlobWriter {
        var writer = BlobWriter(format: 1)
        var previous: UInt32 = 0
        writer.append(count: lines.count)
        for line in lines.sorted(by: { $0.page < $1.page }) {
            writer.append(varint: UInt64(line.page - previous))
            writer.append(count: line.lines)
            previous = line.page
        }
        return writer
    }

    private static let keys: [ByteString] = [
        "", "a", "ab", "abc", "/b?id=1", ByteString([0]), ByteString([0xFF, 0, 0xFF]), "e\u{301}", "\u{e9}",
        ByteString(Array(repeating: 0x61, count: 3000)),
    ]
}
