import ArticleRanking
import History
import LogReading
import Reporting
import SiteProfile
import ViewCounting

/// The days of a history as reports need them: with their state, and ranked after the day before.
struct DayBook {
    let days: [StoredDay]
    let history: History
    private let byDay: [CalendarDay: StoredDay]
    let calendar: SiteCalendar
    let latestSecond: UInt32

    /// - Parameter latestSecond: Of all sources that count, seconds since 1970 UTC.
    init(_ history: History, calendar: SiteCalendar, latestSecond: UInt32) throws(HistoryError) {
        self.history = history
        self.calendar = calendar
        self.latestSecond = latestSecond
        days = try history.days()
        byDay = Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0) })
    }

    subscript(day: CalendarDay) -> StoredDay? { byDay[day] }

    func isComplete(_ day: StoredDay) -> Bool {
        Int64(latestSecond) >= calendar.end(of: day.day) ?? .max
    }

    /// The day before, where it is known in full: only then anything is said of movement.
    func dayBefore(_ day: StoredDay) -> StoredDay? {
        byDay[day.day.previous].flatMap { isComplete($0) ? $0 : nil }
    }

    /// The day's counts by the sections that hold on it, and its totals; with the headlines of its articles.
    ///
    /// - Parameter keys: Other articles whose headlines are wanted.
    func counts(
        of day: StoredDay, and keys: [ByteString] = []
    ) throws(HistoryError) -> (counts: DayCounts, totals: DayTotals, headlines: Headlines)? {
        guard let totals = try history.latestTotals(of: day.day) else { return nil }
        let headlines = try history.headlines(on: day.day, of: totals.articles.map(\.key) + keys)
        let counts = DayCounts(
            totals, calendar: calendar, latestSecond: latestSecond, incomplete: day.isIncomplete)
        return (counts.inSections(of: headlines), totals, headlines)
    }

    /// The days of a range as one.
    func ranking(of range: ClosedRange<CalendarDay>) throws(HistoryError) -> RangeRanking {
        var numbers = try history.numberedDays()
        var counts = RangeCounts(range)
        for day in days where range.contains(day.day) {
            if let numbered = try numbered(day, by: &numbers) { counts.add(numbered) }
        }
        guard let last = counts.days.last else { return RangeRanking(of: counts, in: numbers.table) }
        return RangeRanking(of: counts, in: numbers.table) { numbers.catalogueSection(of: $0, on: last.day) }
    }

    /// The same of some hours of each day, by the site's clock: 0 ... 23.
    func ranking(of range: ClosedRange<CalendarDay>, in hours: [Int]) throws(HistoryError) -> RangeRanking {
        var table = PlaceTable()
        var sum = RangeCounts(range)
        for day in days where range.contains(day.day) {
            guard let totals = try history.totals(of: day.day) else { continue }
            let counts = DayCounts(
                totals, calendar: calendar, latestSecond: latestSecond, incomplete: day.isIncomplete
            ).only(Set(hours), of: totals.minuteViews, calendar: calendar)
            let headlines = try history.headlines(on: day.day, of: counts.articles.map(\.key))
            sum.add(NumberedDay(counts.inSections(of: headlines), in: &table))
        }
        guard let last = sum.days.last else { return RangeRanking(of: sum, in: table) }
        let headlines = try history.headlines(on: last.day, of: table.keys)
        let sections = table.keys.map { key in headlines[key]?.section.map { table.section(named: $0) } }
        return RangeRanking(of: sum, in: table) { sections[Int($0)] }
    }

    /// The day's counts as numbers; nil for a day without totals.
    func numbered(_ day: StoredDay, by numbers: inout NumberedDays) throws(HistoryError) -> NumberedDay? {
        try numbers.rows(of: day.day).map { numbered(day, $0) }
    }

    func numbered(_ day: StoredDay, _ rows: [NumberedDay.Row]) -> NumberedDay {
        NumberedDay(day: day.day, isPartial: !isComplete(day), isIncomplete: day.isIncomplete, rows: rows)
    }

    /// Reads and ranks what the reports of some days say, in their order, in one pass over the days up to the last of them.
    ///
    /// - Parameters:
    ///   - hourly: Whether windows and rises are told too, as in a day's folder; the history has to be locked then.
    ///   - use: Takes a day and its report; days without totals are left out.
    func reports(
        of wanted: [StoredDay], _ site: SiteSettings, hourly: Bool,
        _ use: (StoredDay, UnwrittenReport) throws(RunError) -> Void
    ) throws(RunError) {
        guard let last = wanted.last?.day else { return }
        let wanted = Set(wanted.map(\.day))
        var memory = ChartMemory(top: site.top, sectionTop: site.profile.sectionTop)
        var numbers: NumberedDays
        do throws(HistoryError) { numbers = try history.numberedDays() } catch { throw RunError(error) }
        // One day's past is needed but once.
        var trends = TrendMemory(mostBytes: wanted.count > 1 ? TrendMemory.usualBytes : 0)
        var before: NumberedDay?
        var told: ToldDay?
        for day in days where day.day <= last {
            let report: UnwrittenReport?
            do throws(HistoryError) {
                guard let numbered = try numbered(day, by: &numbers) else { continue }
                memory.add(numbered)
                defer { before = numbered }
                guard wanted.contains(day.day) else { continue }
                let rises =
                    hourly
                    ? try self.rises(
                        .hour, ends: TrendGrid.ends(of: day.day, calendar), on: day.day, by: &numbers, &trends) : nil
                report = try self.report(
                    of: day, after: &told, site, DayCharts(memory, of: numbered, in: numbers.table),
                    numbered: hourly ? (before, numbered) : nil, in: numbers.table, rises: rises?.strongest ?? [])
            } catch {
                throw RunError(error)
            }
            if let report { try use(day, report) }
        }
    }

    /// A day as its report told it: what the next day's is held against.
    private struct ToldDay {
        let counts: DayCounts
        let totals: DayTotals
        let headlines: Headlines
        let ranking: DayRanking
    }

    /// - Parameters:
    ///   - told: The day told last; then this one.
    ///   - numbered: The day and the last one before it; nil where the history is not locked, and what is read may differ from them.
    private func report(
        of day: StoredDay, after told: inout ToldDay?, _ site: SiteSettings, _ charts: DayCharts,
        numbered: (before: NumberedDay?, day: NumberedDay)?, in table: PlaceTable, rises: [NamedRise]
    ) throws(HistoryError) -> UnwrittenReport? {
        let restatement = day.restatement.flatMap { Restatement(json: $0) }
        let keys = restatement?.moves.map(\.key) ?? []
        guard let (counts, totals, headlines) = try counts(of: day, and: keys) else { return nil }
        let numbered = numbered.flatMap { $0.day.fits(counts) ? $0 : nil }
        let dayBefore = dayBefore(day)
        let numberedBefore = numbered?.before.flatMap { $0.day == dayBefore?.day ? $0 : nil }
        let before = try dayBefore.flatMap { before throws(HistoryError) in
            told?.counts.day == before.day ? told : try self.told(before, as: numberedBefore)
        }
        let ranking = DayRanking(of: counts, by: numbered?.day, after: before?.ranking, charts: charts)
        told = ToldDay(counts: counts, totals: totals, headlines: headlines, ranking: ranking)
        let gone = rises.filter { $0.lastRead < day.day }
        return UnwrittenReport(
            site: site, calendar: calendar, robots: RobotLabels(texts: day.robots), counts: counts, totals: totals,
            ranking: ranking, numbered: numbered?.day, restatement: restatement,
            windows: numbered.map { numbered in
                UnwrittenReport.Windows(
                    day: (numbered.day, totals.minuteViews),
                    before: before.flatMap { before in numberedBefore.map { ($0, before.totals.minuteViews) } },
                    table: table, clock: windowClock(over: [day]))
            },
            headlines: headlines, headlinesBefore: before?.headlines ?? Headlines(),
            rises: .told(rises, goneBy: try self.headlines(of: gone.map { ($0.key, $0.lastRead) })))
    }

    private func told(_ day: StoredDay, as numbered: NumberedDay?) throws(HistoryError) -> ToldDay? {
        guard let (counts, totals, headlines) = try counts(of: day) else { return nil }
        return ToldDay(
            counts: counts, totals: totals, headlines: headlines, ranking: DayRanking(of: counts, by: numbered))
    }
}

extension DayRanking {
    /// By numbers where there are some that fit; else by keys.
    fileprivate init(
        of counts: DayCounts, by numbered: NumberedDay?, after dayBefore: DayRanking? = nil, charts: DayCharts? = nil
    ) {
        if let numbered, numbered.fits(counts) {
            self.init(of: counts, as: numbered, after: dayBefore, charts: charts)
        } else {
            self.init(of: counts, after: dayBefore, charts: charts)
        }
    }
}

extension NumberedDay {
    /// Somebody who writes into the file by other means may have changed the day between two looks at it.
    fileprivate func fits(_ counts: DayCounts) -> Bool { rows.count == counts.articles.count }
}
