import GRDB
public import LogReading
public import ViewCounting

extension History {
    /// Whether any line of an open day asks for an article with this key.
    public func knows(_ key: ByteString, on day: CalendarDay) throws(HistoryError) -> Bool {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT source, pages FROM source_pages WHERE day = ?", arguments: [day.number])
            while let row = try rows.next() {
                let fields = Fields(
                    row, of: "source_pages", day: day, source: try Fields(row, of: "source_pages", day: day).integer(0))
                if try fields.blob(1, PageTableBlob.decode).articles.contains(key) { return true }
            }
            return false
        }
    }

    /// What each counted source brought of an article to an open day, in the order in which sources were met; empty for a
    /// closed one.
    ///
    /// Sources that have nothing of it are missing, but for those of which lines are not told apart.
    ///
    /// - Complexity: Reads 16 bytes for each click of the day, and keeps the article's.
    public func parts(of key: ByteString, on day: CalendarDay) throws(HistoryError) -> [ArticlePart] {
        try read { db in
            var parts: [ArticlePart] = []
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT s.number, s.name, p.pages, p.uncounted FROM source_pages p JOIN source s ON s.number = p.source
                    WHERE p.day = ? ORDER BY s.number
                    """, arguments: [day.number])
            while let row = try rows.next() {
                let source = try Fields(row, of: "source_pages", day: day).integer(0)
                let fields = Fields(row, of: "source_pages", day: day, source: source)
                let table = try fields.blob(2, PageTableBlob.decode)
                let own = table.pages.indices.filter { table.articles[Int(table.pages[$0].article)] == key }
                let (uncounted, untold) = try fields.blob(3) { bytes throws(DamagedBlob) in
                    try UncountedBlob.decode(bytes, pages: table.pages.count)
                }
                if own.isEmpty && untold == 0 { continue }
                var part = ArticlePart(
                    name: try fields.text(1),
                    paths: Dictionary(uniqueKeysWithValues: own.map { (UInt32($0), table.pages[$0].path) }),
                    clicks: [], followers: [], uncounted: [], untoldLines: untold)
                part.uncounted = uncounted.filter { part.paths[$0.page] != nil }
                if !own.isEmpty { try readClicks(of: &part, day: day, source: source, pages: table.pages.count, db) }
                parts.append(part)
            }
            return parts
        }
    }

    private func readClicks(
        of part: inout ArticlePart, day: CalendarDay, source: Int64, pages: Int, _ db: Database
    ) throws {
        let runs = try Row.fetchCursor(
            db,
            sql: "SELECT is_following, clicks FROM click_run WHERE day = ? AND source = ? ORDER BY is_following, part",
            arguments: [day.number, source])
        while let row = try runs.next() {
            let fields = Fields(row, of: "click_run", day: day, source: source)
            let clicks = try fields.blob(1) { bytes throws(DamagedBlob) in
                try ClickRunBlob.decode(bytes, pages: pages)
            }.filter { part.paths[$0.page] != nil }
            if try fields.flag(0) {
                part.followers += clicks
            } else {
                part.clicks += clicks
            }
        }
    }
}
