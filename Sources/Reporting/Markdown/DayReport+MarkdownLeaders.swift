import ArticleRanking
import LogReading
import ViewCounting

extension DayReport {
    /// "Who led when": the article read most in each hour of the day, hours of one leader as one; nil where no hour is known.
    var ledSite: String? {
        let runs = leaders.runs(of: leaders.site)
        guard !runs.isEmpty else { return nil }
        let names = naming.markdown(of: runs.map { ($0.article.key, $0.article.path) })
        let clock = DayClock(day: day, calendar: calendar)
        let table = MarkdownTable(
            columns: [("Hours", .left), ("Views", .right), ("Number one", .left)],
            rows: zip(runs, names).map { run, name in
                [clock.ranges(of: run.hours).joined(separator: ", "), Figures.grouped(run.views), name]
            })
        return """
            ## Who led when

            The article read most in each hour; views are those of these hours.

            \(table.text)
            The ranking of the 24 hours up to each full hour is in [windows.csv](windows.csv).

            """
    }

    /// The articles that led a section for most hours, with these hours; nil where no hour is known.
    func led(_ section: ByteString) -> String? {
        let runs = leaders.runs(of: leaders.sections[section] ?? [])
        guard !runs.isEmpty else { return nil }
        let hours = Dictionary(grouping: runs) { $0.article.key }
            .mapValues { $0.flatMap(\.hours) }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let shown = hours.prefix(DayReport.shownLeaders)
        let clock = DayClock(day: day, calendar: calendar)
        let names = naming.markdown(
            of: shown.map { key, _ in (key, runs.first { $0.article.key == key }?.article.path ?? key) })
        let list = zip(names, shown).map { "\($0) \(clock.ranges(of: $1.value).joined(separator: ", "))" }
            .joined(separator: "; ")
        let others = hours.count - shown.count
        return "Number one by the hour: \(list)\(others > 0 ? "; and \(Figures.grouped(others)) more" : "").\n"
    }

    /// Leaders of a section that are named.
    static let shownLeaders = 3
}

extension HourLeaders {
    /// Hours that follow each other and have one leader.
    struct Run {
        let article: Leader
        var hours: [LocalHour]
        var views: Int
    }

    /// - Parameter leaders: By hour.
    func runs(of leaders: [Leader?]) -> [Run] {
        var runs: [Run] = []
        for (hour, leader) in zip(hours, leaders) {
            guard let leader else { continue }
            if let last = runs.last, last.article.key == leader.key, last.hours.last?.end == hour.start {
                runs[runs.count - 1].hours.append(hour)
                runs[runs.count - 1].views += leader.views
            } else {
                runs.append(Run(article: leader, hours: [hour], views: leader.views))
            }
        }
        return runs
    }
}
