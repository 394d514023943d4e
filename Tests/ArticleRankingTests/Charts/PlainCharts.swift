import ArticleRanking
import LogReading
import ViewCounting

/// The slow, plain twin of `ChartMemory`: it looks through the whole rankings of all days for one article at a time.
struct PlainCharts {
    /// In order; the last one is the day that is asked about.
    let days: [DayRanking]
    let top: Int
    let sectionTop: Int

    /// - Parameter section: Nil for the site.
    func entry(of key: ByteString, in section: ByteString?) -> ChartEntry? {
        guard let last = days.last?.day else { return nil }
        let ranks = days.reduce(into: [CalendarDay: Int]()) { ranks, day in
            ranks[day.day] = PlainCharts.ranking(of: day, section)?.rows.first { $0.article.key == key }?.rank
        }
        guard let first = ranks.keys.min(), let peak = ranks.values.min() else { return nil }
        let limit = section == nil ? top : sectionTop
        let inTop = Set(ranks.filter { $0.value <= limit }.keys)
        var streak = 0
        var day = last
        while inTop.contains(day) {
            streak += 1
            day = day.previous
        }
        return ChartEntry(
            peakRank: peak, daysInTop: inTop.count, streak: streak, firstDay: first,
            isReentry: ranks[last] != nil && first < last && ranks[last.previous] == nil)
    }

    private static func ranking(of day: DayRanking, _ section: ByteString?) -> Ranking? {
        section == nil ? day.site : day.sections.first { $0.name == section }?.ranking
    }
}
