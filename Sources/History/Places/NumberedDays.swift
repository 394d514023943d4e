public import ArticleRanking
import GRDB
import LogReading
public import ViewCounting

/// Days of a history as numbers, for whoever looks at many of them.
///
/// - Complexity: Opening reads all places and the sections of all headlines; a day after that costs a few nanoseconds an
///   article.
public struct NumberedDays {
    /// What the numbers stand for, as far as days have been read.
    public private(set) var table: PlaceTable
    private let history: History
    private var sections: CatalogueSections

    init(_ history: History) throws(HistoryError) {
        self.history = history
        (table, sections) = try history.read { db in
            try history.readNewPlaces(db)
            var table = history.places
            let sections = try CatalogueSections(db, naming: &table)
            return (table, sections)
        }
    }

    /// What was counted of each article on a day, in the order of keys, by the sections that hold on it; nil for a day without
    /// counted lines.
    public mutating func rows(of day: CalendarDay) throws(HistoryError) -> [NumberedDay.Row]? {
        try read(day, "articles") { try $0.articles(0, history, $1) }.map { rows($0, on: day) }
    }

    /// The same with the day's views by minute, whose articles are these rows.
    public mutating func minutes(
        of day: CalendarDay
    ) throws(HistoryError) -> (rows: [NumberedDay.Row], views: MinuteViews)? {
        let kept = try read(day, "articles, minutes") { fields, db in
            let articles = try fields.articles(0, history, db)
            let views = try fields.blob(1) { bytes throws(DamagedBlob) in
                try MinutesBlob.decode(bytes, articles: articles.count)
            }
            return (articles, views)
        }
        return kept.map { (rows($0.0, on: day), $0.1) }
    }

    /// The same with the day's views in slots of ten minutes.
    public mutating func slots(of day: CalendarDay, in grid: TrendGrid) throws(HistoryError) -> SlottedDay? {
        try minutes(of: day).map { SlottedDay(day, $0.rows, $0.views, in: grid) }
    }

    private func read<Result>(
        _ day: CalendarDay, _ columns: String, _ body: (Fields, Database) throws -> Result
    ) throws(HistoryError) -> Result? {
        try history.read { db in
            let row = try Row.fetchOne(
                try db.cachedStatement(sql: "SELECT \(columns) FROM day WHERE day = ? AND lines IS NOT NULL"),
                arguments: [day.number])
            return try row.map { try body(Fields($0, of: "day", day: day), db) }
        }
    }

    private mutating func rows(_ kept: [ArticlesBlob.Row], on day: CalendarDay) -> [NumberedDay.Row] {
        // A run may have added places meanwhile.
        if history.places.places.count > table.places.count { table.add(history.places) }
        return kept.map { row in
            let article = table.article(ofPlace: row.place)
            return NumberedDay.Row(
                article: article, place: row.place,
                section: sections.section(of: article, on: day) ?? table.section(ofPlace: row.place), views: row.views,
                visitors: row.visitors, rawClicks: row.rawClicks)
        }
    }

    /// The section that the newsroom's catalogue names for an article on a day; nil where it names none.
    public func catalogueSection(of article: UInt32, on day: CalendarDay) -> UInt32? {
        sections.section(of: article, on: day)
    }
}

extension History {
    /// All days with totals, as numbers.
    public func numberedDays() throws(HistoryError) -> NumberedDays { try NumberedDays(self) }
}
