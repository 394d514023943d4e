import ArticleRanking
import Foundation
import GRDB
import LogReading
import ViewCounting

extension History {
    /// Enters what a catalogue said, and gives the days on which another headline holds now a new revision.
    ///
    /// - Complexity: A look-up for each headline. Where one is new, the keys of all days are read; where one changed, those
    ///   of the days from its own on.
    func take(_ sighting: HeadlineSighting, run: Int64, _ db: Database) throws {
        // A clock far off must not leave what reading would take for damage.
        let (least, most) = (Fields.possibleDays.lowerBound, Fields.possibleDays.upperBound)
        let day = CalendarDay(number: Int32(min(max(Int64(sighting.day.number), least), most)))
        var book = try HeadlineBook(day: day, db)
        for (key, headline) in sighting.headlines.inOrder {
            if let headline = headline.storable { try book.enter(headline, of: key) }
        }
        try note(book.newEverywhere, from: nil, run: run, db)
        try note(book.newFromNow, from: day, run: run, db)
    }

    /// A version ends where the next one begins.
    func dropHeadlines(endingBefore day: CalendarDay, _ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM headline WHERE EXISTS (
                    SELECT 1 FROM headline later
                    WHERE later.key = headline.key AND later.first_seen > headline.first_seen
                        AND later.first_seen <= ?)
                """,
            arguments: [day.number])
    }

    private func note(_ keys: [ByteString], from first: CalendarDay?, run: Int64, _ db: Database) throws {
        guard !keys.isEmpty else { return }
        try readNewPlaces(db)
        let wanted = Set(keys.compactMap { places.known(article: $0) })
        guard !wanted.isEmpty else { return }
        let rows = try Row.fetchCursor(
            db, sql: "SELECT day, articles FROM day WHERE lines IS NOT NULL AND revision <> ? AND day >= ?",
            arguments: [run, first?.number ?? .min])
        var days: [CalendarDay] = []
        while let row = try rows.next() {
            let day = try Fields(row, of: "day").day(0)
            let articles = try Fields(row, of: "day", day: day).articles(1, self, db)
            if articles.contains(where: { wanted.contains(places.article(ofPlace: $0.place)) }) { days.append(day) }
        }
        for day in days {
            try db.execute(sql: "UPDATE day SET revision = ? WHERE day = ?", arguments: [run, day.number])
        }
    }
}

/// The versions of headlines while a run's are entered, in the order of their keys.
private struct HeadlineBook {
    /// Articles of which the first version is new: on all days another headline holds now.
    private(set) var newEverywhere: [ByteString] = []
    /// Articles of which a later version is new: from its day on another headline holds now.
    private(set) var newFromNow: [ByteString] = []

    private let day: CalendarDay
    private let latest, before, insertion, sighting, replacement, removal: Statement

    init(day: CalendarDay, _ db: Database) throws {
        self.day = day
        let select = "SELECT \(HeadlineVersion.columns) FROM headline WHERE key = ?"
        latest = try db.cachedStatement(sql: select + " ORDER BY first_seen DESC LIMIT 1")
        before = try db.cachedStatement(sql: select + " AND first_seen < ? ORDER BY first_seen DESC LIMIT 1")
        insertion = try db.cachedStatement(
            sql: """
                INSERT INTO headline (title, section, published, published_is_day, url, key, first_seen, last_seen)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        sighting = try db.cachedStatement(
            sql: "UPDATE headline SET last_seen = ? WHERE key = ? AND first_seen = ?")
        replacement = try db.cachedStatement(
            sql: """
                UPDATE headline SET title = ?, section = ?, published = ?, published_is_day = ?, url = ?
                WHERE key = ? AND first_seen = ?
                """)
        removal = try db.cachedStatement(sql: "DELETE FROM headline WHERE key = ? AND first_seen = ?")
    }

    mutating func enter(_ seen: Headline, of key: ByteString) throws {
        let name = Data(key.bytes)
        guard let last = try version(latest, [name]) else {
            try insertion.execute(arguments: arguments(seen.values, name, day.number, day.number))
            newEverywhere.append(key)
            return
        }
        // Somebody has put the clock back: what was seen later stands.
        if last.lastSeen > day { return }
        let values = last.headline.updated(by: seen).values
        if values == last.headline.values {
            if last.lastSeen < day { try see(name, last.firstSeen) }
        } else if last.firstSeen < day {
            try insertion.execute(arguments: arguments(values, name, day.number, day.number))
            newFromNow.append(key)
        } else if let before = try version(before, [name, day.number]) {
            if values == before.headline.values {
                try removal.execute(arguments: [name, day.number])
                try see(name, before.firstSeen)
            } else {
                try replacement.execute(arguments: arguments(values, name, day.number))
            }
            newFromNow.append(key)
        } else {
            try replacement.execute(arguments: arguments(values, name, day.number))
            newEverywhere.append(key)
        }
    }

    private func version(_ statement: Statement, _ arguments: StatementArguments) throws -> HeadlineVersion? {
        try Row.fetchOne(statement, arguments: arguments).map { try HeadlineVersion($0) }
    }

    private func see(_ key: Data, _ firstSeen: CalendarDay) throws {
        try sighting.execute(arguments: [day.number, key, firstSeen.number])
    }

    private func arguments(_ values: [DatabaseValue], _ others: any DatabaseValueConvertible...) -> StatementArguments {
        StatementArguments(values) + StatementArguments(others)
    }
}
