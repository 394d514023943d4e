import GRDB
import LogReading
public import ViewCounting

extension History {
    /// What a run has to know before it reads its first line.
    ///
    /// A day with counted lines is closed by the first run that starts more than `retainDays` times 24 hours after the
    /// later of its end and the start of the run that last changed its counts.
    ///
    /// - Parameters:
    ///   - now: The start of the run, seconds since 1970 UTC.
    ///   - retainDays: 0 or more.
    ///   - calendar: Of the history's zone.
    public func state(
        now: Int64, retainDays: Int, calendar: SiteCalendar
    ) throws(HistoryError) -> HistoryState {
        try read { db in
            var closed: Set<CalendarDay> = []
            var closing: Set<CalendarDay> = []
            let retained = Int64(min(max(retainDays, 0), History.longestRetention)) * History.secondsPerDay
            let rows = try Row.fetchCursor(
                db, sql: "SELECT day, is_closed, changed_at FROM day WHERE lines IS NOT NULL")
            while let row = try rows.next() {
                let fields = Fields(row, of: "day")
                let day = try fields.day(0)
                if try fields.flag(1) {
                    closed.insert(day)
                    continue
                }
                let end = calendar.end(of: day) ?? Int64(day.next.number) * History.secondsPerDay
                let age = now.subtractingReportingOverflow(max(end, try fields.integer(2)))
                if !age.overflow, age.partialValue > retained { closing.insert(day) }
            }
            let site = try site(db)
            return HistoryState(
                keys: VisitorKeys(agents: site.agentKey, salts: try salts(db)),
                known: KnownContents(try contents(db), key: site.contentKey),
                closed: closed.union(closing), closing: closing, closedBefore: site.closedBefore,
                latestSecond: try latestSecond(db))
        }
    }

    /// The latest line of all sources that count, seconds since 1970 UTC; 0 where there is none.
    public func latestSecond() throws(HistoryError) -> UInt32 { try read { try latestSecond($0) } }

    /// Under which contents, and files that hold them, are known again.
    func contentKey(_ db: Database) throws -> SipKey { try site(db).contentKey }

    private func site(
        _ db: Database
    ) throws -> (agentKey: SipKey, contentKey: SipKey, closedBefore: CalendarDay?) {
        guard let row = try Row.fetchOne(db, sql: "SELECT agent_key, content_key, closed_before FROM site") else {
            throw DamagedRow(place: "site", reason: "has no row")
        }
        let fields = Fields(row, of: "site")
        return (
            try fields.blob(0, KeyBlob.decode), try fields.blob(1, KeyBlob.decode),
            try fields.optionalInteger(2) == nil ? nil : try fields.day(2)
        )
    }

    private func salts(_ db: Database) throws -> [CalendarDay: SipKey] {
        var salts: [CalendarDay: SipKey] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT day, salt FROM salt")
        while let row = try rows.next() {
            let day = try Fields(row, of: "salt").day(0)
            salts[day] = try Fields(row, of: "salt", day: day).blob(1, KeyBlob.decode)
        }
        return salts
    }

    private func contents(_ db: Database) throws -> [Int64: ContentRecord] {
        var contents: [Int64: ContentRecord] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT number, content FROM source WHERE content IS NOT NULL AND \(History.counting)")
        while let row = try rows.next() {
            let number = try Fields(row, of: "source").integer(0)
            contents[number] = try Fields(row, of: "source", source: number).blob(1, ContentBlob.decode)
        }
        return contents
    }

    private func latestSecond(_ db: Database) throws -> UInt32 {
        let sql = "SELECT ifnull(max(last_second), 0) FROM source WHERE \(History.counting)"
        guard let row = try Row.fetchOne(db, sql: sql) else { return 0 }
        return try Fields(row, of: "source").second(0)
    }

    /// Of `source`: its lines are in the totals of open days.
    static let counting: String = {
        let states = SourceState.allCases.filter(\.counts).map { "'\($0.rawValue)'" }
        return "state IN (\(states.joined(separator: ", ")))"
    }()

    private static let secondsPerDay: Int64 = 86_400
    /// Days; longer than any log is kept, and far from any overflow.
    private static let longestRetention = 1_000_000
}
