import Foundation
import GRDB
import LogReading
import ViewCounting

extension History {
    /// Enters a source in the ledger, and what it brought where it counts.
    ///
    /// - Parameters:
    ///   - days: Of the source.
    ///   - marks: The days that a source whose place it takes made incomplete.
    func add(
        _ source: NewSource, _ days: [KeptDay], of change: HistoryChange, marks: Set<CalendarDay>, run: Int64,
        _ db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO source (run, name, state, format, robots, lines, bytes, last_second, timeless, content)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run, source.name, source.state.rawValue, source.format?.rawValue, source.robots, source.lines,
                source.record?.length ?? 0, source.lastSecond, AccountingBlob.encode(source.timeless).data,
                // Only the content of what counts can be counted twice.
                source.state.counts ? source.record.map { ContentBlob.encode($0).data } : nil,
            ])
        let number = db.lastInsertedRowID
        if source.state.counts {
            for day in days { try add(day, of: number, salts: change.salts, db) }
            if !source.files.isEmpty { try note(source.files, of: number, under: change.settings, run: run, db) }
        }
        if source.state.leavesAGap {
            for day in change.incompleteDays.union(marks).sorted() {
                try db.execute(
                    sql: "INSERT INTO damage (day, source) VALUES (?, ?)", arguments: [day.number, number])
            }
        }
    }

    private func add(_ kept: KeptDay, of source: Int64, salts: VisitorKeys, _ db: Database) throws {
        let day = kept.day
        if let lines = kept.lines {
            try db.execute(
                sql: "INSERT INTO source_day (day, source, is_late, lines) VALUES (?, ?, ?, ?)",
                arguments: [day.day.number, source, day.isLate, lines])
        }
        guard let pages = kept.pages else { return }
        try checkIsOpen(day.day, db)
        try db.execute(
            sql: "INSERT INTO source_pages (day, source, uncounted, pages) VALUES (?, ?, ?, ?)",
            arguments: [day.day.number, source, pages.uncounted, pages.names])
        let insertion = try db.cachedStatement(
            sql: "INSERT INTO click_run (day, source, is_following, part, clicks) VALUES (?, ?, ?, ?, ?)")
        for (isFollowing, clicks) in [(false, day.clicks), (true, [day.followers])] {
            for (part, slices) in ClickRunBlob.parts(of: clicks).enumerated() {
                try keepSalt(of: day.day, from: salts, db)
                try insertion.execute(
                    arguments: [
                        day.day.number, source, isFollowing, part,
                        ClickRunBlob.encode(slices, numbers: pages.numbers),
                    ])
            }
        }
    }

    private func checkIsOpen(_ day: CalendarDay, _ db: Database) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT 1 FROM day WHERE day = ? AND is_closed", arguments: [day.number])
        precondition(row == nil, "lines of a closed day are late and no clicks")
    }

    private func keepSalt(of day: CalendarDay, from salts: VisitorKeys, _ db: Database) throws {
        let salt = salts.salt(of: day)
        let row = try Row.fetchOne(db, sql: "SELECT salt FROM salt WHERE day = ?", arguments: [day.number])
        if let row {
            let kept = try Fields(row, of: "salt", day: day).blob(0, KeyBlob.decode)
            precondition(kept == salt, "all clicks of a day are hashed under one salt")
        } else {
            try db.execute(
                sql: "INSERT INTO salt (day, salt) VALUES (?, ?)", arguments: [day.number, KeyBlob.encode(salt)])
        }
    }
}

extension NewSource {
    /// The latest line with a time to be trusted, also one that came too late; 0 where there is none.
    fileprivate var lastSecond: UInt32 { days.lazy.filter(\.hasLines).map(\.lines.lastSecond).max() ?? 0 }
}

extension SourceState {
    /// Lines that it has, or will have, are missing from the days of its run.
    fileprivate var leavesAGap: Bool { self == .damaged || self == .salvaged || self == .changed }
}
