import ArticleRanking
import GRDB
import GRDBSQLite
import LogReading

/// Puts new places into the file, many with each statement.
///
/// Their texts are lent to SQLite itself: through GRDB each would be copied into a value of its own, at three times the cost.
struct PlaceInsertion {
    private let several: Statement
    private let single: Statement
    /// Places that wait for the next statement.
    private var numbers: [UInt32] = []
    /// Of each of these its key, path and section.
    private var texts = BoundTexts()

    /// Rows of one statement; four values each.
    private static let rowsAtOnce = 64

    init(_ db: Database) throws {
        several = try PlaceInsertion.statement(ofRows: PlaceInsertion.rowsAtOnce, db)
        single = try PlaceInsertion.statement(ofRows: 1, db)
    }

    private static func statement(ofRows rows: Int, _ db: Database) throws -> Statement {
        let values = Array(repeating: "(?, ?, ?, ?)", count: rows).joined(separator: ", ")
        return try db.makeStatement(sql: "INSERT INTO place (number, key, path, section) VALUES " + values)
    }

    /// A place that the file does not have; it may have to wait for `insertRest`.
    mutating func add(_ place: ArticlePlace, number: UInt32, _ db: Database) throws {
        numbers.append(number)
        texts.append(place.key)
        texts.append(place.path == place.key ? nil : place.path)
        texts.append(place.section)
        if numbers.count == PlaceInsertion.rowsAtOnce {
            try insert(numbers.indices, by: several, db)
            removeAll()
        }
    }

    mutating func insertRest(_ db: Database) throws {
        for row in numbers.indices { try insert(row..<row + 1, by: single, db) }
        removeAll()
    }

    private mutating func removeAll() {
        numbers.removeAll(keepingCapacity: true)
        texts.removeAll()
    }

    private func insert(_ rows: Range<Int>, by statement: Statement, _ db: Database) throws {
        let code = texts.withEach { text in
            var refused = SQLITE_OK
            for row in rows {
                let first = CInt((row - rows.lowerBound) * 4 + 1)
                refused |= sqlite3_bind_int64(statement.sqliteStatement, first, Int64(numbers[row]))
                for column in 0..<3 {
                    let place = first + 1 + CInt(column)
                    refused |=
                        text(row * 3 + column).map {
                            sqlite3_bind_blob(statement.sqliteStatement, place, $0.baseAddress, CInt($0.count), nil)
                        } ?? sqlite3_bind_null(statement.sqliteStatement, place)
                }
            }
            let code = refused == SQLITE_OK ? sqlite3_step(statement.sqliteStatement) : SQLITE_MISUSE
            // The texts are lent until here.
            sqlite3_reset(statement.sqliteStatement)
            sqlite3_clear_bindings(statement.sqliteStatement)
            return code
        }
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
        }
    }
}

/// Texts one behind the other, so that all of them can be lent at once.
private struct BoundTexts {
    /// Begins with a byte of none: the pointer to an empty text is no null, which would be no text.
    private var bytes: [UInt8] = [0]
    /// Of each text; nil for none.
    private var ranges: [Range<Int>?] = []

    mutating func removeAll() {
        bytes.removeLast(bytes.count - 1)
        ranges.removeAll(keepingCapacity: true)
    }

    mutating func append(_ text: ByteString?) {
        guard let text else { return ranges.append(nil) }
        let start = bytes.count
        bytes.append(contentsOf: text.bytes)
        ranges.append(start..<bytes.count)
    }

    /// - Parameter body: Takes what gives the text of a place in the order; its bytes are valid during the call.
    func withEach<Result>(_ body: ((Int) -> UnsafeRawBufferPointer?) -> Result) -> Result {
        bytes.withUnsafeBytes { bytes in
            body { index in
                ranges[index].map { range in
                    UnsafeRawBufferPointer(start: bytes.baseAddress.map { $0 + range.lowerBound }, count: range.count)
                }
            }
        }
    }
}
