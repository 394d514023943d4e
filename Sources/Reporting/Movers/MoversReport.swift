public import ArticleRanking
import LogReading
import ViewCounting

/// What `accessrank movers` prints: what climbed, fell, came and went on a day, of the site or of one section.
public struct MoversReport: Sendable {
    let day: DayReport
    /// Nil where it is not known, or is partial.
    let before: PeriodRanking?
    let scope: ScopePair
    /// Nil where the day before is not known in full.
    let movers: Movers?

    /// - Parameters:
    ///   - before: The day before with the sections that hold on it; another period, and a partial day, count as unknown.
    ///   - section: As it is shown or as it is logged; nil for the site.
    ///   - count: Articles in each list at the most.
    /// - Throws: `UnknownSection` where nobody read anything in such a section on either day.
    public init(
        of day: DayReport, after before: PeriodRanking?, section: String? = nil, count: Int
    ) throws(UnknownSection) {
        self.day = day
        let known = before.flatMap { before in
            let isFinal = before.days.allSatisfy { !$0.isPartial }
            return before.period == DayPeriod(day.day.previous) && isFinal ? before : nil
        }
        self.before = known
        scope = try ScopePair(
            section, then: (known?.site ?? Ranking([], previous: nil), known?.sections ?? []),
            now: (day.ranking.site, day.ranking.sections),
            when: known == nil ? "\(day.day)" : "\(day.day.previous) or \(day.day)")
        movers = known == nil ? nil : Movers(of: scope.now, after: scope.then, count: max(0, count))
    }

    /// Ready for standard output or a file; valid UTF-8, a line end last.
    public func bytes(as form: RankOutput.Form) -> [UInt8] {
        switch form {
        case .markdown: Array(markdown.utf8)
        case .csv: csv
        case .json: Array(json.utf8)
        }
    }

    /// One of the lists; an article can be in several.
    struct List {
        /// In CSV and JSON.
        let name: String
        /// In Markdown.
        let heading: String
        let rows: ComparedRows
    }

    /// All lists in the order in which they are told; without rows where the day before is not known.
    var lists: [List] {
        [
            ("climbers_by_rank", "Climbers, by places won", movers?.climbersByRank),
            ("fallers_by_rank", "Fallers, by places lost", movers?.fallersByRank),
            ("climbers_by_views", "Climbers, by views won", movers?.climbersByViews),
            ("fallers_by_views", "Fallers, by views lost", movers?.fallersByViews),
            ("new", "New: no view on the day before", movers?.new),
            ("gone", "Gone: no view on this day", movers?.gone),
        ].map { name, heading, rows in
            List(name: name, heading: heading, rows: ComparedRows(rows ?? [], of: scope, naming: day.naming))
        }
    }
}
