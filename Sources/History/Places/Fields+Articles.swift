import ArticleRanking
import GRDB
import LogReading
import ViewCounting

extension Fields {
    /// A day's articles, all of places that are known.
    func articles(_ index: Int, _ history: History, _ db: Database) throws -> [ArticlesBlob.Row] {
        let rows = try blob(index, ArticlesBlob.decode)
        if rows.contains(where: { !history.places.has($0.place) }) { try history.readNewPlaces(db) }
        if let row = rows.first(where: { !history.places.has($0.place) }) {
            throw damaged(index, "has an article of the unknown place \(row.place)")
        }
        return rows
    }

    /// The same with their names.
    func named(_ index: Int, _ rows: [ArticlesBlob.Row], _ history: History) throws -> [ArticleCounts] {
        var articles: [ArticleCounts] = []
        articles.reserveCapacity(rows.count)
        for row in rows {
            guard let place = history.places.place(row.place) else { continue }
            if let last = articles.last, last.key >= place.key {
                throw damaged(index, "has articles that are not in order")
            }
            articles.append(
                ArticleCounts(
                    key: place.key, path: place.path, section: place.section, views: Int(row.views),
                    visitors: Int(row.visitors), rawClicks: Int(row.rawClicks)))
        }
        return articles
    }
}
