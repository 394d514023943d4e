import GRDB
import LogReading
public import ViewCounting

extension History {
    /// The ledger, in the order in which sources were met.
    public func sources() throws(HistoryError) -> [StoredSource] {
        try read { db in
            let days = try daysBySource(db)
            var sources: [StoredSource] = []
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT s.number, s.name, s.state, s.format, s.lines, s.bytes, s.timeless, r.started
                    FROM source s JOIN run r ON r.number = s.run ORDER BY s.number
                    """)
            while let row = try rows.next() {
                let number = try Fields(row, of: "source").integer(0)
                let fields = Fields(row, of: "source", source: number)
                guard let state = SourceState(rawValue: try fields.text(2)) else {
                    throw fields.damaged(2, "is none that is known")
                }
                sources.append(
                    StoredSource(
                        number: number, name: try fields.text(1), state: state, format: try format(fields, 3),
                        lines: try fields.count(4), bytes: try fields.integer(5), days: days[number] ?? [],
                        timeless: try fields.blob(6, AccountingBlob.decode), countedAt: try fields.integer(7)))
            }
            return sources
        }
    }

    /// The days that the clicks of these sources decide: those of their lines, and those that only a follower is kept for.
    public func days(touchedBy sources: Set<Int64>) throws(HistoryError) -> Set<CalendarDay> {
        try read { db in
            var days: Set<CalendarDay> = []
            for source in sources.sorted() {
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT day FROM source_day WHERE source = :source AND NOT is_late
                        UNION SELECT day FROM source_pages WHERE source = :source
                        """, arguments: ["source": source])
                for row in rows { days.insert(try Fields(row, of: "source_day", source: source).day(0)) }
            }
            return days
        }
    }

    private func format(_ fields: Fields, _ index: Int) throws -> LogFormat? {
        guard let name = try fields.optionalText(index) else { return nil }
        guard let format = LogFormat(rawValue: name) else { throw fields.damaged(index, "is none that is known") }
        return format
    }

    private func daysBySource(_ db: Database) throws -> [Int64: [CalendarDay]] {
        var days: [Int64: [CalendarDay]] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT source, day FROM source_day ORDER BY day")
        while let row = try rows.next() {
            let fields = Fields(row, of: "source_day")
            days[try fields.integer(0), default: []].append(try fields.day(1))
        }
        return days
    }
}
