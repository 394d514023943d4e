import ArticleRanking
import GRDB
import LogReading
import ViewCounting

/// The third step: the names of a day's articles go into `place`, each once for all days.
enum PlacesByNumber {
    static func take(_ db: Database) throws {
        var numbers: [ArticlePlace: UInt32] = [:]
        for day in try Int64.fetchAll(db, sql: "SELECT day FROM day WHERE articles IS NOT NULL ORDER BY day") {
            guard let row = try Row.fetchOne(db, sql: "SELECT day, articles FROM day WHERE day = ?", arguments: [day])
            else { continue }
            let fields = Fields(row, of: "day", day: try Fields(row, of: "day").day(0))
            let rows = try fields.blob(1, NamedArticlesBlob.decode).map { article in
                let place = ArticlePlace(key: article.key, path: article.path, section: article.section)
                let number = try numbers[place] ?? place.insert(into: db)
                numbers[place] = number
                return ArticlesBlob.Row(
                    place: number, views: UInt32(clamping: article.views), visitors: UInt32(clamping: article.visitors),
                    rawClicks: UInt32(clamping: article.rawClicks))
            }
            try db.execute(
                sql: "UPDATE day SET articles = ? WHERE day = ?", arguments: [ArticlesBlob.encode(rows).data, day])
        }
    }
}
