public import LogReading

/// How the articles of one day have fared up to it, by their keys.
public struct DayCharts: Sendable {
    private struct Entries {
        let site: ChartEntry
        /// Nil for an article without a section.
        let section: ChartEntry?
    }

    private var entries: [ByteString: Entries] = [:]

    /// - Parameters:
    ///   - memory: As it is when the day has been added, and none behind it.
    ///   - table: Where the day's numbers come from.
    /// - Complexity: O(n) in the articles of the day.
    public init(_ memory: ChartMemory, of day: NumberedDay, in table: PlaceTable) {
        precondition(
            memory.day == day.day, "charts of a day are told when it has been added, and before the next one is")
        entries.reserveCapacity(day.rows.count)
        for row in day.rows {
            guard let site = memory.site(row.article) else { continue }
            entries[table.keys[Int(row.article)]] = Entries(
                site: site, section: memory.section(row.section, row.article))
        }
    }

    /// In the site; nil for an article without a view on the day.
    public func site(_ key: ByteString) -> ChartEntry? { entries[key]?.site }

    /// In the section in which the article is on the day; nil without a view, and without a section.
    public func section(_ key: ByteString) -> ChartEntry? { entries[key]?.section }
}
