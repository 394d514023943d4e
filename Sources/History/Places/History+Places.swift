import ArticleRanking
import GRDB
import LogReading
import ViewCounting

// Places never change and their numbers are never used twice: what is known of them once, holds.
extension History {
    /// The highest number of a place: damage must not make a table of billions. Thousands of new articles a day reach it in decades.
    static let highestPlace: UInt32 = 1 << 26

    /// Reads the places that came since the last look.
    func readNewPlaces(_ db: Database) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT number, key, path, section FROM place WHERE number > ? ORDER BY number",
            arguments: [Int64(places.places.count) - 1])
        while let row = try rows.next() {
            let fields = Fields(row, of: "place")
            guard let number = UInt32(exactly: try fields.integer(0)), number <= History.highestPlace else {
                throw fields.damaged(0, "is an impossible number")
            }
            let place = ArticlePlace(
                key: try fields.blob(1) { ByteString(Array($0)) },
                path: try fields.optionalBlob(2) { ByteString(Array($0)) } ?? fields.blob(1) { ByteString(Array($0)) },
                section: try fields.optionalBlob(3) { ByteString(Array($0)) })
            guard places.known(place) == nil else { throw fields.damaged(0, "is a second number of one place") }
            places.set(place, number: number)
        }
    }

    /// Removes the places that no day has any more.
    func dropUnusedPlaces(_ db: Database) throws {
        try readNewPlaces(db)
        var isUsed = Array(repeating: false, count: places.places.count)
        let days = try Row.fetchCursor(db, sql: "SELECT day, articles FROM day WHERE articles IS NOT NULL")
        while let row = try days.next() {
            let fields = Fields(row, of: "day", day: try Fields(row, of: "day").day(0))
            for row in try fields.blob(1, ArticlesBlob.decode) where row.place < isUsed.count {
                isUsed[Int(row.place)] = true
            }
        }
        for number in isUsed.indices where !isUsed[number] && places.places[number] != nil {
            try db.cachedStatement(sql: "DELETE FROM place WHERE number = ?").execute(arguments: [number])
        }
        forgetPlaces()
    }
}
