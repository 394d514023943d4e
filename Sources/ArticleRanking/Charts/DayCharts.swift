import LogReading
import ViewCounting

/// How the articles of one day have fared up to it, by their keys.
public struct DayCharts: Sendable {
    struct Entries {
        let site: ChartEntry
        /// Nil for an article without a section.
        let section: ChartEntry?
    }

    /// In order.
    private var keys: [ByteString] = []
    /// By the number of the key.
    private var entries: [Entries] = []

    /// - Parameters:
    ///   - memory: As it is when the day has been added, and none behind it.
    ///   - table: Where the day's numbers come from.
    /// - Complexity: O(n) in the articles of the day.
    public init(_ memory: ChartMemory, of day: NumberedDay, in table: PlaceTable) {
        precondition(
            memory.day == day.day, "charts of a day are told when it has been added, and before the next one is")
        keys.reserveCapacity(day.rows.count)
        entries.reserveCapacity(day.rows.count)
        for row in day.rows {
            guard let site = memory.site(row.article) else { continue }
            keys.append(table.keys[Int(row.article)])
            entries.append(Entries(site: site, section: memory.section(row.section, row.article)))
        }
    }

    /// By article, in the site and in the section in which it is on the day; nil for one without a view on the day.
    ///
    /// - Parameter articles: In the order of their keys.
    func entries(of articles: [ArticleCounts]) -> [Entries?] {
        var next = 0
        return articles.indices.map { index in
            while next < keys.count, keys[next] < articles[index].key { next += 1 }
            return next < keys.count && keys[next] == articles[index].key ? entries[next] : nil
        }
    }
}
