import GRDB
import ViewCounting

extension History {
    /// Takes over all that a run changes, in one transaction: after a failure, or a kill, nothing of it is there.
    ///
    /// - Parameter threads: What is written of so many sources is made beside each other, 1 or more.
    /// - Precondition: It changes no closed day, and its salts are those of `state`.
    public func commit(_ change: HistoryChange, threads: Int = 1) throws(HistoryError) {
        try write { db in
            let before = try DayOrigin.all(db)
            try db.execute(sql: "INSERT INTO run (started) VALUES (?)", arguments: [change.started])
            let run = db.lastInsertedRowID
            for day in change.closing.sorted() { try close(day, db) }
            for name in change.clearedNames.sorted() { try clearDamage(of: name, db) }
            let marks = try marks(of: change.gone, db)
            for source in change.gone.sorted() { try takeOut(source, as: change.goneState, db) }
            for start in stride(from: 0, to: change.added.count, by: threads) {
                let sources = change.added[start...].prefix(threads)
                let days = inParallel(workers: sources.count) { KeptDay.days(of: change.added[start + $0]) }
                for (source, days) in zip(sources, days) {
                    try add(source, days, of: change, marks: marks[source.name] ?? [], run: run, db)
                }
            }
            for (source, files) in change.files.sorted(by: { $0.key < $1.key }) {
                try note(files, of: source, under: change.settings, run: run, db)
            }
            if !change.totals.isEmpty { try restate(change.totals, started: change.started, run: run, db) }
            if let sighting = change.headlines { try take(sighting, run: run, db) }
            try dropWhatNobodyNeeds(db)
            if change.goneState == .forgotten { try dropUnusedPlaces(db) }
            try note(changesSince: before, run: run, db)
            try shrink(db, whereMostlyFree: true)
        }
        for restatement in change.totals { committed[restatement.day] = restatement.totals }
    }

    /// Its counts stay; what told whose clicks they were made of goes.
    private func close(_ day: CalendarDay, _ db: Database) throws {
        try db.execute(sql: "UPDATE day SET is_closed = 1 WHERE day = ?", arguments: [day.number])
        try dropClicks(of: day, db)
    }

    private func dropClicks(of day: CalendarDay, _ db: Database) throws {
        for table in ["click_run", "source_pages", "salt"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE day = ?", arguments: [day.number])
        }
    }

    /// What it brought to closed days stays: their counts are made of it, and never change.
    private func takeOut(_ source: Int64, as state: SourceState, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE source SET state = ?, content = NULL WHERE number = ?", arguments: [state.rawValue, source])
        for table in ["click_run", "source_pages", "damage", "source_file"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE source = ?", arguments: [source])
        }
        try db.execute(
            sql: """
                DELETE FROM source_day
                WHERE source = ? AND (is_late OR day NOT IN (SELECT day FROM day WHERE is_closed))
                """,
            arguments: [source])
    }

    /// By name, the days that these sources make incomplete: a longer but damaged log of the name goes on with that.
    private func marks(of sources: Set<Int64>, _ db: Database) throws -> [String: Set<CalendarDay>] {
        var marks: [String: Set<CalendarDay>] = [:]
        for source in sources.sorted() {
            let rows = try Row.fetchAll(
                db, sql: "SELECT s.name, d.day FROM damage d JOIN source s ON s.number = d.source WHERE d.source = ?",
                arguments: [source])
            for row in rows {
                let fields = Fields(row, of: "damage", source: source)
                marks[try fields.text(0), default: []].insert(try fields.day(1))
            }
        }
        return marks
    }

    private func clearDamage(of name: String, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM damage WHERE source IN (SELECT number FROM source WHERE name = ?)", arguments: [name])
    }

    /// A day without counted lines is never closed: what was kept for it goes when the day after it is. A salt without
    /// clicks is of no use to anyone.
    private func dropWhatNobodyNeeds(_ db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT day FROM salt
                WHERE NOT EXISTS (SELECT 1 FROM source_day d WHERE d.day = salt.day AND NOT is_late)
                    AND EXISTS (SELECT 1 FROM day WHERE day.day = salt.day + 1 AND is_closed)
                """)
        for row in rows { try dropClicks(of: Fields(row, of: "salt").day(0), db) }
        try db.execute(
            sql: "DELETE FROM salt WHERE NOT EXISTS (SELECT 1 FROM click_run WHERE click_run.day = salt.day)")
    }

    /// The reports of a day tell which robot lists judged, and whether a source is missing.
    private func note(
        changesSince before: [CalendarDay: DayOrigin], run: Int64, _ db: Database
    ) throws {
        let after = try DayOrigin.all(db)
        for day in Set(before.keys).union(after.keys).sorted() where before[day] != after[day] {
            try db.execute(sql: "UPDATE day SET revision = ? WHERE day = ?", arguments: [run, day.number])
        }
    }
}
