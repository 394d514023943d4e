import LogReading
import ViewCounting

/// How the articles of one day have fared up to it, by their keys.
public struct DayCharts: Sendable {
    struct Entries {
        let site: ChartEntry
        /// Nil for an article without a section.
        let section: ChartEntry?
    }

    private let day: NumberedDay
    /// By number of an article in the table.
    private let keys: [ByteString]
    /// By row of the day.
    private let entries: [Entries?]

    /// - Parameters:
    ///   - memory: As it is when the day has been added, and none behind it.
    ///   - table: Where the day's numbers come from.
    /// - Complexity: O(n) in the articles of the day.
    public init(_ memory: ChartMemory, of day: NumberedDay, in table: PlaceTable) {
        precondition(
            memory.day == day.day, "charts of a day are told when it has been added, and before the next one is")
        self.day = day
        keys = table.keys
        entries = day.rows.map { row in
            memory.site(row.article).map { Entries(site: $0, section: memory.section(row.section, row.article)) }
        }
    }

    /// By article, in the site and in the section in which it is on the day; nil for one without a view on the day.
    ///
    /// - Parameters:
    ///   - articles: In the order of their keys.
    ///   - numbered: The same articles as numbers; nil where it is not certain that they are those of the charts.
    func entries(of articles: [ArticleCounts], as numbered: NumberedDay?) -> [Entries?] {
        if numbered != nil { return entries }
        var next = 0
        func key() -> ByteString? { next < day.rows.count ? keys[Int(day.rows[next].article)] : nil }
        return articles.indices.map { index in
            while let key = key(), key < articles[index].key { next += 1 }
            return key() == articles[index].key ? entries[next] : nil
        }
    }
}
