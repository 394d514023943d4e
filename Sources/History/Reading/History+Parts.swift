import GRDB
import LogReading
public import ViewCounting

extension History {
    /// What all counted sources brought to these days, by day and source; closed days have nothing left to give.
    ///
    /// - Complexity: Reads 16 bytes for each click.
    public func parts(of days: Set<CalendarDay>) throws(HistoryError) -> [StoredPart] {
        try read { db in
            var parts: [StoredPart] = []
            for day in days.sorted() {
                let rows = try Row.fetchCursor(db, sql: History.openParts, arguments: ["day": day.number])
                while let row = try rows.next() {
                    let source = try Fields(row, of: "source_day", day: day).integer(0)
                    let fields = Fields(row, of: "source_day", day: day, source: source)
                    let lines = try fields.optionalBlob(1) { bytes throws(DamagedBlob) in
                        try LinesBlob.decode(bytes, day: day)
                    }
                    parts.append(try part(db, lines: lines, day: day, source: source))
                }
            }
            return parts
        }
    }

    /// A source may have lines of a day and no click, or only a click of the next day that follows one of this.
    private static let openParts = """
        SELECT s.number, d.lines
        FROM source s
            LEFT JOIN source_day d ON d.source = s.number AND d.day = :day AND NOT d.is_late
            LEFT JOIN source_pages p ON p.source = s.number AND p.day = :day
        WHERE (d.source IS NOT NULL OR p.source IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM day WHERE day.day = :day AND is_closed)
        ORDER BY s.number
        """

    private func part(
        _ db: Database, lines: DayLines?, day: CalendarDay, source: Int64
    ) throws -> StoredPart {
        var part = SourceDay(
            day: day,
            lines: lines
                ?? DayLines(
                    accounting: Accounting(), firstSecond: .max, lastSecond: 0, minutes: MinuteSet(day: day),
                    formats: [:]),
            uncounted: [], clicks: [], followers: [])
        let statement = try db.cachedStatement(
            sql: "SELECT pages, uncounted FROM source_pages WHERE day = ? AND source = ?")
        guard let row = try Row.fetchOne(statement, arguments: [day.number, source]) else {
            try check(part, of: source)
            return StoredPart(source: source, day: part, table: PageTable())
        }
        let fields = Fields(row, of: "source_pages", day: day, source: source)
        let table = try fields.blob(0, PageTableBlob.decode)
        let pages = table.pages.count
        (part.uncounted, part.untoldLines) = try fields.blob(1) { bytes throws(DamagedBlob) in
            try UncountedBlob.decode(bytes, pages: pages)
        }
        let runs = try Row.fetchCursor(
            try db.cachedStatement(
                sql: """
                    SELECT is_following, clicks FROM click_run WHERE day = ? AND source = ?
                    ORDER BY is_following, part
                    """), arguments: [day.number, source])
        while let row = try runs.next() {
            let fields = Fields(row, of: "click_run", day: day, source: source)
            let clicks = try fields.blob(1) { bytes throws(DamagedBlob) in
                try ClickRunBlob.decode(bytes, pages: pages)
            }
            if try fields.flag(0) {
                part.followers += clicks
            } else {
                part.clicks.append(clicks)
            }
        }
        try check(part, of: source)
        return StoredPart(source: source, day: part, table: table)
    }

    /// What each blob says for itself may be right and yet not fit the others: there are no fewer clicks than views.
    private func check(_ part: SourceDay, of source: Int64) throws(DamagedRow) {
        let clicks = part.clicks.reduce(0) { $0 + $1.count }
        guard clicks == part.lines.accounting[.view] else {
            throw DamagedRow(
                place: "click_run, day \(part.day), source \(source)",
                reason: "has \(clicks) clicks in place of \(part.lines.accounting[.view])")
        }
    }
}
