import ArticleRanking
import GRDB
import LogReading
import ViewCounting

/// The third step: the names of a day's articles go into `place`, each once for all days.
enum PlacesByNumber {
    static func take(_ db: Database) throws {
        var table = PlaceTable()
        var numbering = try PlaceNumbering(db, after: table)
        for day in try Int64.fetchAll(db, sql: "SELECT day FROM day WHERE articles IS NOT NULL ORDER BY day") {
            guard let row = try Row.fetchOne(db, sql: "SELECT day, articles FROM day WHERE day = ?", arguments: [day])
            else { continue }
            let fields = Fields(row, of: "day", day: try Fields(row, of: "day").day(0))
            let articles = try fields.blob(1, NamedArticlesBlob.decode)
            let rows = try numbering.rows(of: articles, in: &table, db)
            try db.execute(
                sql: "UPDATE day SET articles = ? WHERE day = ?", arguments: [ArticlesBlob.encode(rows).data, day])
        }
    }
}
