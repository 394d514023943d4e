import ArticleRanking
import History
import LogReading
import SiteProfile
import ViewCounting

extension DayBook {
    /// The clock of windows over some days: their own lines have been read, also where the logs that brought them are forgotten.
    func windowClock(over days: [StoredDay]) -> WindowClock {
        WindowClock(
            calendar: calendar, latestSecond: days.map(\.lastSecond).max().map { max($0, latestSecond) } ?? latestSecond
        )
    }

    /// Windows with these ends, over the days that they reach into; nil where no line of any of these days is known.
    ///
    /// Of one day at a time the views by minute are read; of a day that is inside of every window not even these.
    func windows(_ length: WindowLength, ends: [Int]) throws(RunError) -> WindowSeries? {
        guard let first = ends.first, let last = ends.last else { return nil }
        let range = calendar.days(of: first - length.minutes..<last)
        let reached = days.filter { range.contains($0.day) }
        guard !reached.isEmpty else { return nil }
        do throws(HistoryError) {
            var numbers = try history.numberedDays()
            var gathering = WindowArticles.Gathering()
            for day in reached {
                if let numbered = try numbered(day, by: &numbers) { gathering.add(numbered) }
            }
            var series = WindowSeries(
                length, ends: ends, over: WindowArticles(gathering, in: numbers.table),
                clock: windowClock(over: reached))
            var isUnchanged = true
            for day in reached {
                let added = try add(day, to: &series, by: &numbers)
                isUnchanged = isUnchanged && added
            }
            if isUnchanged { return series }
        } catch {
            throw RunError(error)
        }
        throw RunError(.tryAgain, "the history was changed while it was read; ask again")
    }

    private func add(
        _ day: StoredDay, to series: inout WindowSeries, by numbers: inout NumberedDays
    ) throws(HistoryError) -> Bool {
        if let minutes = calendar.minutes(of: day.day), series.alwaysHolds(minutes) {
            guard let numbered = try numbered(day, by: &numbers) else { return false }
            return series.add(numbered, in: minutes)
        }
        guard let (rows, views) = try numbers.minutes(of: day.day) else { return false }
        return series.add(numbered(day, rows), views)
    }

    /// The headlines that hold on the day on which each article was read last.
    func headlines(
        of articles: some Sequence<(key: ByteString, lastRead: CalendarDay)>
    ) throws(HistoryError) -> Headlines {
        var headlines = Headlines()
        let byDay = Dictionary(grouping: articles) { $0.lastRead }
        for (day, articles) in byDay.sorted(by: { $0.key < $1.key }) {
            let keys = articles.map(\.key)
            headlines.fill(from: try history.headlines(on: day, of: keys), of: keys)
        }
        return headlines
    }
}
