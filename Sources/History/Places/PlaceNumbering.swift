import ArticleRanking
import GRDB
import LogReading
import ViewCounting

/// Puts the articles of a change's days under the numbers of their places; new places get one, and are inserted.
struct PlaceNumbering {
    /// By number of a page in the change: its place, or `noPlace` where it is not known yet.
    private var placesOfPages: [UInt32] = []
    /// The number that the last new place got, in whatever run; 0 before the first.
    private var latest: Int64
    private var insertion: PlaceInsertion

    private static let noPlace = UInt32.max

    /// - Parameter table: All places that are in the file.
    init(_ db: Database, after table: PlaceTable) throws {
        let row = try Row.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'place'")
        let kept = try row.map { try Fields($0, of: "sqlite_sequence").integer(0) } ?? 0
        latest = max(0, kept, Int64(table.places.count) - 1)
        insertion = try PlaceInsertion(db)
    }

    /// The articles as they are kept.
    ///
    /// - Parameters:
    ///   - pages: Of each article the number of its page (`DayRestatement.pages`); empty where these are not known.
    ///   - table: All places that are in the file; then the new ones too.
    mutating func rows(
        of articles: [ArticleCounts], pages: [UInt32] = [], in table: inout PlaceTable, _ db: Database
    ) throws -> [ArticlesBlob.Row] {
        precondition(pages.isEmpty || pages.count == articles.count, "each article has a page, or none has")
        var rows: [ArticlesBlob.Row] = []
        rows.reserveCapacity(articles.count)
        for index in articles.indices {
            let page = pages.isEmpty ? Reduction.noPage : pages[index]
            var number = place(ofPage: page)
            if number == PlaceNumbering.noPlace {
                let place = ArticlePlace(
                    key: articles[index].key, path: articles[index].path, section: articles[index].section)
                if let known = table.known(place) {
                    number = known
                } else {
                    number = try nextNumber()
                    table.set(place, number: number)
                    try insertion.add(place, number: number, db)
                }
                note(number, ofPage: page)
            }
            rows.append(
                ArticlesBlob.Row(
                    place: number, views: UInt32(clamping: articles[index].views),
                    visitors: UInt32(clamping: articles[index].visitors),
                    rawClicks: UInt32(clamping: articles[index].rawClicks)))
        }
        try insertion.insertRest(db)
        return rows
    }

    private func place(ofPage page: UInt32) -> UInt32 {
        Int(page) < placesOfPages.count ? placesOfPages[Int(page)] : PlaceNumbering.noPlace
    }

    private mutating func note(_ place: UInt32, ofPage page: UInt32) {
        if page == Reduction.noPage { return }
        while placesOfPages.count <= Int(page) { placesOfPages.append(PlaceNumbering.noPlace) }
        placesOfPages[Int(page)] = place
    }

    /// One that no other place ever had.
    private mutating func nextNumber() throws(DamagedRow) -> UInt32 {
        guard latest < Int64(History.highestPlace) else {
            throw DamagedRow(place: "place", reason: "has no number left")
        }
        latest += 1
        return UInt32(latest)
    }
}
