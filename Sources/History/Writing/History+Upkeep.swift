import GRDB
public import ViewCounting

extension History {
    /// Notes what stands in the report folder, in a transaction of its own.
    ///
    /// - Parameters:
    ///   - fingerprints: Of the reports that were written, by day.
    ///   - removed: Days of which no report is left.
    public func noteWritten(
        _ fingerprints: [CalendarDay: String], removed: Set<CalendarDay> = []
    ) throws(HistoryError) {
        try write { db in
            for (day, fingerprint) in fingerprints.sorted(by: { $0.key < $1.key }) {
                try db.execute(
                    sql: "UPDATE day SET written = ? WHERE day = ?", arguments: [fingerprint, day.number])
            }
            for day in removed.sorted() {
                try db.execute(sql: "UPDATE day SET written = NULL WHERE day = ?", arguments: [day.number])
            }
        }
    }

    /// Removes all days before this one, which are closed from then on; the file shrinks by what they took.
    ///
    /// Sources stay in the ledger, so that their copies are known. Of the versions of a headline those stay that hold on a
    /// later day, and so the last one of each article: articles come back.
    ///
    /// - Returns: How many days with totals were removed.
    public func purge(before day: CalendarDay) throws(HistoryError) -> Int {
        // No line is of a day outside of these, and none is kept that reading would take for damage.
        let day = CalendarDay(
            number: Int32(min(max(Int64(day.number), Fields.possibleDays.lowerBound), Fields.possibleDays.upperBound)))
        return try write { db in
            try db.execute(
                sql: "UPDATE site SET closed_before = max(ifnull(closed_before, :day), :day)",
                arguments: ["day": day.number])
            let removed = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM day WHERE day < ? AND lines IS NOT NULL", arguments: [day.number])
            for table in ["click_run", "source_pages", "source_day", "salt", "damage", "day"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE day < ?", arguments: [day.number])
            }
            try dropHeadlines(endingBefore: day, db)
            try dropUnusedPlaces(db)
            try shrink(db, whereMostlyFree: false)
            return removed ?? 0
        }
    }

    /// Gives the file's free pages back to the system, as a part of the transaction.
    ///
    /// - Parameter whereMostlyFree: Only if more than half of the file is free: the next night needs some again.
    func shrink(_ db: Database, whereMostlyFree: Bool) throws {
        let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let free = try Int64.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
        if !whereMostlyFree || free > pages / 2 { try db.execute(sql: "PRAGMA incremental_vacuum") }
    }
}
