import Foundation
import GRDB
import LogReading

extension Configuration {
    /// One writer, each commit on the disk before it returns.
    static var writing: Configuration {
        var configuration = reading(waiting: busySeconds)
        configuration.prepareDatabase { db in
            // EXTRA: the journal's deletion too is on the disk, so that a loss of power does not bring it back.
            try db.execute(
                sql: """
                    PRAGMA secure_delete = ON;
                    PRAGMA synchronous = EXTRA;
                    """)
        }
        return configuration
    }

    /// Rolls back what a killed run left, and writes nothing else.
    static func reading(waiting seconds: Double) -> Configuration {
        var configuration = Configuration()
        configuration.label = "accessrank.history"
        configuration.busyMode = .timeout(seconds)
        configuration.prepareDatabase { db in
            // Of a file that may have come from elsewhere nothing but data is trusted. No temporary files: SQLite
            // deletes them without overwriting them.
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA temp_store = MEMORY;
                    """)
        }
        return configuration
    }

    /// How long somebody waits for somebody else to be done with the file.
    static let busySeconds = 5.0
}

extension History {
    static func open(_ file: HistoryFile, configuration: Configuration) throws(HistoryError) -> DatabaseQueue {
        try access(file) { try DatabaseQueue(path: file.path, configuration: configuration) }
    }

    /// Makes a new file a history, and an older one a history of this version.
    ///
    /// - Parameter zone: Of a new one.
    static func migrate(_ queue: DatabaseQueue, zone: String) throws {
        let isNew = try queue.writeWithoutTransaction { db in
            // Journals of another kind are of other programs that were let into the file.
            try db.execute(sql: "PRAGMA journal_mode = DELETE")
            return try Int64.fetchOne(db, sql: "PRAGMA page_count") == 0
        }
        if isNew { try History.empty(zone: zone).backup(to: queue) }
        try Schema.migrator.migrate(queue)
    }

    /// A history of nothing, in memory: copied into a file it is there whole in one transaction, not after one for each step.
    private static func empty(zone: String) throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.writeWithoutTransaction { try $0.execute(sql: Schema.newFile) }
        try Schema.migrator.migrate(queue)
        _ = try queue.write { try History.zone($0, orNew: zone) }
        return queue
    }

    /// Whether somebody else has changed the history since this was opened: what was read before and after that may not
    /// fit together.
    public func hasChanged() throws(HistoryError) -> Bool {
        try read { try History.dataVersion($0) } != versionAtOpening
    }

    /// Another number once another connection has changed the file.
    static func dataVersion(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0
    }

    /// The zone of the history's days; nil where it has none yet.
    static func zone(_ db: Database) throws -> String? {
        guard let row = try Row.fetchOne(db, sql: "SELECT zone FROM site") else { return nil }
        return try Fields(row, of: "site").text(0)
    }

    /// The zone of the history's days; of a new history that becomes `zone`.
    static func zone(_ db: Database, orNew zone: String) throws -> String {
        if let kept = try self.zone(db) { return kept }
        try db.execute(
            sql: "INSERT INTO site (id, zone, agent_key, content_key) VALUES (1, ?, ?, ?)",
            arguments: [zone, KeyBlob.encode(.random()), KeyBlob.encode(.random())])
        return zone
    }

    /// Does something with SQLite; its errors become errors of the history.
    static func access<Result>(_ file: HistoryFile, _ body: () throws -> Result) throws(HistoryError) -> Result {
        do {
            return try body()
        } catch let error as HistoryError {
            throw error
        } catch let error as DatabaseError {
            throw HistoryError(error, file)
        } catch let error as DamagedRow {
            throw HistoryError(damaged: error.place, error.reason, in: file.shown)
        } catch {
            throw HistoryError(
                unusable: file.shown, "cannot be used (\(error))", remedy: HistoryError.Kind.unusable.remedy)
        }
    }

    func read<Result>(_ body: (Database) throws -> Result) throws(HistoryError) -> Result {
        try History.access(file) { try queue.read(body) }
    }

    /// One transaction. What was committed before may be changed by it.
    func write<Result>(_ body: (Database) throws -> Result) throws(HistoryError) -> Result {
        committed = [:]
        do throws(HistoryError) {
            return try History.access(file) { try queue.write(body) }
        } catch {
            forgetPlaces()
            throw error
        }
    }
}
