import Foundation
import GRDB

@testable import History

extension History {
    /// The numbers of the sources whose contents are kept.
    func contentsKept() throws -> [Int] {
        try queue.read {
            try Int.fetchAll($0, sql: "SELECT number FROM source WHERE content IS NOT NULL ORDER BY number")
        }
    }

    func contentKey() throws -> Data? {
        try queue.read { try Data.fetchOne($0, sql: "SELECT content_key FROM site") }
    }

    func salt(of day: Int32) throws -> Data? {
        try queue.read { try Data.fetchOne($0, sql: "SELECT salt FROM salt WHERE day = ?", arguments: [day]) }
    }

    /// Rows of each table that has any.
    func rows() throws -> [String: Int] {
        try queue.read { db in
            var rows: [String: Int] = [:]
            for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'") {
                let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
                if count > 0, !table.hasPrefix("sqlite_"), !table.hasPrefix("grdb_") { rows[table] = count }
            }
            return rows
        }
    }
}
