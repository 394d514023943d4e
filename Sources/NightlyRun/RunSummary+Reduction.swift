import History
import LogReading
import ViewCounting

extension RunSummary {
    /// - Parameter reported: The days that are reported; the accounting is of all lines.
    init(
        _ counts: Reduction, reported: [DayCounts], inputs: [LogInput], settlement: SourceSettlement,
        sources: [Int: SourceCounts], unread: UnreadLogs, catalogue: CatalogueStep, robots: [RobotList]
    ) {
        lines = counts.accounting.lines
        retracted = counts.retracted.values.reduce(0, +)
        outcomes = Dictionary(uniqueKeysWithValues: Outcome.allCases.map { ($0.name, counts.accounting[$0]) })
        // A log in which nothing fits takes the format of the others, where they agree on one.
        let formats = Set(settlement.counted.compactMap { sources[$0]?.format })
        let common = formats.count == 1 ? formats.first : nil
        self.sources = inputs.enumerated().map { number, input in
            let stored = unread.sources[number]
            let isCounted = settlement.counted.contains(number)
            return Source(
                name: input.name, state: settlement.states[number].rawValue,
                lines: isCounted ? sources[number]?.lines ?? 0 : 0,
                bytes: sources[number]?.identity.length ?? stored?.bytes ?? 0,
                format: (sources[number]?.format ?? stored?.format ?? common)?.rawValue)
        }
        unchanged = unread.sources.count
        catalog = catalogue.files.map {
            CatalogueFile(name: $0.name, entries: $0.entries, articles: $0.articles, problems: $0.problems)
        }
        days = reported.map {
            Day(day: $0.day.description, state: $0.coverage.stateText, views: $0.views, articles: $0.articles.count)
        }
        self.robots = RobotLists(
            list: robots.map(\.name).joined(separator: "+"), version: robots.map(\.version).joined(separator: "+"))
    }
}
