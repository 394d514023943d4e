import Foundation
import GRDB
import LogReading
import ViewCounting

extension History {
    /// Puts the new totals of days in place of the old. To know all places takes reading them, so a change of no day does not come here.
    func restate(_ restatements: [DayRestatement], started: Int64, run: Int64, _ db: Database) throws {
        try readNewPlaces(db)
        var numbering = try PlaceNumbering(db, after: places)
        for restatement in restatements.sorted(by: { $0.day < $1.day }) {
            try restate(restatement, started: started, run: run, &numbering, db)
        }
    }

    /// Another version where accounting or articles differ.
    ///
    /// - Parameter numbering: Of all days of the change.
    private func restate(
        _ restatement: DayRestatement, started: Int64, run: Int64, _ numbering: inout PlaceNumbering, _ db: Database
    ) throws {
        let day = restatement.day
        let blobs = try restatement.totals.map { totals in
            let rows = try numbering.rows(of: totals.articles, pages: restatement.pages, in: &places, db)
            return TotalsBlobs(totals, articles: rows)
        }
        guard let old = try KeptTotals(of: day, db) else {
            guard let blobs else { return }
            try db.execute(
                sql: """
                    INSERT INTO day (day, version, revision, changed_at, restatement, lines, articles, minutes)
                    VALUES (?, 1, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    day.number, run, started, restatement.restatement.map { Data($0) }, blobs.lines, blobs.articles,
                    blobs.minutes,
                ])
            return
        }
        precondition(!old.isClosed, "the totals of a closed day never change")
        if old.blobs == blobs { return }
        let accounting = restatement.totals?.lines.accounting
        let isSameVersion = old.accounting == accounting && old.blobs?.articles == blobs?.articles
        try db.execute(
            sql: "UPDATE day SET revision = ?, lines = ?, articles = ?, minutes = ? WHERE day = ?",
            arguments: [run, blobs?.lines, blobs?.articles, blobs?.minutes, day.number])
        if isSameVersion { return }
        try db.execute(
            sql: """
                UPDATE day SET version = version + 1, changed_at = :started, restated_at = :started, restatement = :bytes
                WHERE day = :day
                """,
            arguments: ["started": started, "bytes": restatement.restatement.map { Data($0) }, "day": day.number])
    }
}

/// A day's totals as they are stored; equal totals are equal bytes.
private struct TotalsBlobs: Equatable {
    let lines, articles, minutes: Data

    init(_ totals: DayTotals, articles rows: [ArticlesBlob.Row]) {
        lines = LinesBlob.encode(totals.lines).data
        articles = ArticlesBlob.encode(rows).data
        minutes = MinutesBlob.encode(totals.minuteViews).data
    }

    init(lines: Data, articles: Data, minutes: Data) {
        self.lines = lines
        self.articles = articles
        self.minutes = minutes
    }
}

/// The totals that a day has before it is restated.
private struct KeptTotals {
    let isClosed: Bool
    /// Nil for a day that has lost its lines.
    let blobs: TotalsBlobs?
    let accounting: Accounting?

    /// Nil for a day that never had any.
    init?(of day: CalendarDay, _ db: Database) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT is_closed, lines, articles, minutes FROM day WHERE day = ?", arguments: [day.number])
        guard let row else { return nil }
        let fields = Fields(row, of: "day", day: day)
        isClosed = try fields.flag(0)
        guard let lines = try fields.optionalBlob(1, { Data($0) }) else {
            (blobs, accounting) = (nil, nil)
            return
        }
        blobs = TotalsBlobs(
            lines: lines, articles: try fields.blob(2) { Data($0) }, minutes: try fields.blob(3) { Data($0) })
        accounting = try fields.blob(1) { bytes throws(DamagedBlob) in
            try LinesBlob.decode(bytes, day: day).accounting
        }
    }
}
