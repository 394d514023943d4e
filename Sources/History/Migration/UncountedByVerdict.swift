import GRDB
import LogReading
import ViewCounting

/// The other half of the third step: robots' lines become lines with a verdict, whose rule nobody knows any more.
enum UncountedByVerdict {
    static func take(_ db: Database) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT day, source, pages, uncounted FROM source_pages")
        for row in rows {
            let day = try Fields(row, of: "source_pages").day(0)
            let source = try Fields(row, of: "source_pages").integer(1)
            let fields = Fields(row, of: "source_pages", day: day, source: source)
            let pages = try fields.blob(2, PageTableBlob.decode).pages.count
            let robots = try fields.blob(3) { bytes throws(DamagedBlob) in
                try RobotLinesBlob.decode(bytes, pages: pages)
            }
            let lines = robots.map {
                UncountedLines(page: $0.key, verdict: LineVerdict(.robot, rule: ""), lines: $0.value)
            }
            try db.execute(
                sql: "UPDATE source_pages SET uncounted = ? WHERE day = ? AND source = ?",
                arguments: [
                    UncountedBlob.encode(lines, untold: 0, numbers: Array(0..<UInt32(pages))).data, day.number, source,
                ])
        }
    }
}
