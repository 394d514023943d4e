import ArticleRanking
import GRDB
import LogReading
import ViewCounting

/// The sections that a catalogue gave articles, from which day on.
struct CatalogueSections {
    /// By article: where its versions begin in `versions`, and behind the last article their end.
    private var starts: [Int32] = []
    private var versions: [(firstSeen: CalendarDay, section: UInt32?)] = []

    init(_ db: Database, naming table: inout PlaceTable) throws {
        var byArticle: [[(CalendarDay, UInt32?)]] = Array(repeating: [], count: table.keys.count)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT key, first_seen, section FROM headline ORDER BY key, first_seen")
        var hasSection = false
        while let row = try rows.next() {
            let fields = Fields(row, of: "headline")
            guard let article = table.known(article: try fields.blob(0) { ByteString(Array($0)) }) else { continue }
            let section = try fields.optionalBlob(2) { ByteString(Array($0)) }.map { table.section(named: $0) }
            hasSection = hasSection || section != nil
            byArticle[Int(article)].append((try fields.day(1), section))
        }
        guard hasSection else { return }
        for list in byArticle {
            starts.append(Int32(versions.count))
            versions.append(contentsOf: list)
        }
        starts.append(Int32(versions.count))
    }

    /// That of the version that holds on the day: the last that had been seen by then, and where all are later, the first.
    @inline(__always)
    func section(of article: UInt32, on day: CalendarDay) -> UInt32? {
        guard Int(article) + 1 < starts.count else { return nil }
        let own = starts[Int(article)]..<starts[Int(article) + 1]
        guard !own.isEmpty else { return nil }
        let holding = own.last { versions[Int($0)].firstSeen <= day } ?? own.lowerBound
        return versions[Int(holding)].section
    }
}
