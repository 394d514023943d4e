public import ArticleRanking
import Foundation
import GRDB
public import LogReading
public import ViewCounting

extension History {
    /// The headlines of these articles that hold on a day: the version last seen for the first time on it or before, and where
    /// all are later, the first.
    ///
    /// - Complexity: One look-up for each key; none where no catalogue was ever read.
    public func headlines(
        on day: CalendarDay, of keys: some Sequence<ByteString>
    ) throws(HistoryError) -> Headlines {
        try read { db in
            guard try Row.fetchOne(db, sql: "SELECT 1 FROM headline LIMIT 1") != nil else { return Headlines() }
            let statement = try db.cachedStatement(
                sql: "SELECT \(HeadlineVersion.columns) FROM headline WHERE key = ? ORDER BY first_seen DESC")
            var byKey: [ByteString: Headline] = [:]
            for key in keys {
                let rows = try Row.fetchCursor(statement, arguments: [Data(key.bytes)])
                while let row = try rows.next() {
                    let version = try HeadlineVersion(row)
                    byKey[key] = version.headline
                    if version.firstSeen <= day { break }
                }
            }
            return Headlines(byKey)
        }
    }
}
