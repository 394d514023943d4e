import GRDB
import LogReading
public import ViewCounting

extension History {
    /// The days with totals, earliest first.
    public func days() throws(HistoryError) -> [StoredDay] {
        try read { db in
            let origins = try DayOrigin.all(db)
            var days: [StoredDay] = []
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT day, version, revision, is_closed, restated_at, written, restatement, lines FROM day
                    WHERE lines IS NOT NULL ORDER BY day
                    """)
            while let row = try rows.next() {
                let day = try Fields(row, of: "day").day(0)
                let fields = Fields(row, of: "day", day: day)
                let origin = origins[day] ?? DayOrigin()
                let lines = try fields.blob(7) { bytes throws(DamagedBlob) in try LinesBlob.decode(bytes, day: day) }
                days.append(
                    StoredDay(
                        day: day, version: try fields.count(1), revision: try fields.integer(2),
                        isClosed: try fields.flag(3), isIncomplete: origin.isIncomplete,
                        firstSecond: lines.firstSecond, lastSecond: lines.lastSecond, minutes: lines.minutes,
                        lines: lines.accounting.lines,
                        views: lines.accounting[.view], sources: origin.sources, robots: origin.robots,
                        restatement: try fields.optionalBlob(6) { Array($0) },
                        restatedAt: try fields.optionalInteger(4),
                        written: try fields.optionalText(5)))
            }
            return days
        }
    }

    /// The days of which reports were written and no counted line is left, with the fingerprints of these reports: they
    /// have to go.
    public func withdrawnDays() throws(HistoryError) -> [(day: CalendarDay, written: String)] {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT day, written FROM day WHERE lines IS NULL AND written IS NOT NULL ORDER BY day")
            var days: [(day: CalendarDay, written: String)] = []
            while let row = try rows.next() {
                let fields = Fields(row, of: "day")
                days.append((try fields.day(0), try fields.text(1)))
            }
            return days
        }
    }

    /// The same as `totals(of:)`; where nothing was written since the commit that made them, they are handed over without being read,
    /// and only once: whoever has them lets go of them in time.
    public func latestTotals(of day: CalendarDay) throws(HistoryError) -> DayTotals? {
        if let totals = committed.removeValue(forKey: day) { return totals }
        return try totals(of: day)
    }

    /// As they are in the file; nil for a day without counted lines.
    public func totals(of day: CalendarDay) throws(HistoryError) -> DayTotals? {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT lines, articles, minutes FROM day WHERE day = ? AND lines IS NOT NULL",
                arguments: [day.number])
            guard let row else { return nil }
            let fields = Fields(row, of: "day", day: day)
            let articles = try fields.articles(1, self, db)
            return DayTotals(
                day: day,
                lines: try fields.blob(0) { bytes throws(DamagedBlob) in try LinesBlob.decode(bytes, day: day) },
                articles: try fields.named(1, articles, self),
                minuteViews: try fields.blob(2) { bytes throws(DamagedBlob) in
                    try MinutesBlob.decode(bytes, articles: articles.count)
                })
        }
    }
}

/// Where a day's lines came from, as far as reports tell it.
struct DayOrigin: Equatable {
    var isIncomplete = false
    /// Sources that brought lines to it that count.
    var sources = 0
    /// Their robot lists, each once, in the order of the sources.
    var robots: [String] = []

    /// By day; days that no source brought lines to, and no damaged one may have, are missing.
    static func all(_ db: Database) throws -> [CalendarDay: DayOrigin] {
        var origins: [CalendarDay: DayOrigin] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT d.day, s.robots, count(*) FROM source_day d JOIN source s ON s.number = d.source
                WHERE NOT d.is_late GROUP BY d.day, s.robots ORDER BY d.day, min(s.number)
                """)
        while let row = try rows.next() {
            let fields = Fields(row, of: "source_day")
            let day = try fields.day(0)
            origins[day, default: DayOrigin()].robots.append(try fields.text(1))
            origins[day, default: DayOrigin()].sources += try fields.count(2)
        }
        let damages = try Row.fetchCursor(db, sql: "SELECT DISTINCT day FROM damage")
        while let row = try damages.next() {
            origins[try Fields(row, of: "damage").day(0), default: DayOrigin()].isIncomplete = true
        }
        return origins
    }
}
