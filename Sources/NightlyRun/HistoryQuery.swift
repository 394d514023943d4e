import ArticleRanking
import History
import LogReading
public import Reporting
import SiteProfile
public import ViewCounting

/// The commands that tell what the history has, and change nothing.
public struct HistoryQuery {
    let site: SiteSettings
    let history: History
    let calendar: SiteCalendar
    let book: DayBook

    /// `accessrank days`: each day with its state, version, sources, views, and what the last restatement brought.
    public static func days(_ options: HistoryOptions) -> Result<[UInt8], ExitFailure> {
        answer(options) { query throws(RunError) in Array(query.dayListing.text.utf8) }
    }

    /// `accessrank sources`: each log that was met, with what became of it.
    public static func sources(_ options: HistoryOptions) -> Result<[UInt8], ExitFailure> {
        answer(options) { query throws(RunError) in Array(try query.sourceListing().text.utf8) }
    }

    /// `accessrank rank`: one ranking, of a day or of several together.
    ///
    /// - Parameter isRange: False where one day was asked for as a day: then visitors and movement are told.
    public static func rank(
        _ days: ClosedRange<CalendarDay>, isRange: Bool, section: String?, as form: RankOutput.Form,
        _ options: HistoryOptions
    ) -> Result<[UInt8], ExitFailure> {
        answer(options) { query throws(RunError) in
            if isRange {
                let report = try query.range(days, top: options.top)
                return try query.output { () throws(UnknownSection) in
                    try RankOutput(of: report, section: section, top: options.top)
                }.bytes(as: form)
            }
            let report = try query.day(days.lowerBound)
            return try query.output { () throws(UnknownSection) in
                try RankOutput(of: report, section: section, top: options.top)
            }.bytes(as: form)
        }
    }

    func output<Output>(_ make: () throws(UnknownSection) -> Output) throws(RunError) -> Output {
        do throws(UnknownSection) { return try make() } catch { throw RunError(.noInput, "\(error)") }
    }

    /// Asks again where a run has changed the history meanwhile: what was read before and after that does not fit together.
    static func answer(
        _ options: HistoryOptions, _ body: (HistoryQuery) throws(RunError) -> [UInt8]
    ) -> Result<[UInt8], ExitFailure> {
        CommandAnswer.make { () throws(RunError) in
            for _ in 0..<mostAttempts {
                let query = try HistoryQuery(options)
                let answer = Result { () throws(RunError) in try body(query) }
                let hasChanged = try query.reading { () throws(HistoryError) in try query.history.hasChanged() }
                if !hasChanged { return try answer.get() }
            }
            throw RunError(
                .tryAgain, "runs have changed the history \(mostAttempts) times while it was read; ask again")
        }
    }

    /// A run changes the history twice: with its commit, and when its reports are written.
    private static let mostAttempts = 10

    init(_ options: HistoryOptions) throws(RunError) {
        site = try SiteSettings(options.processOptions)
        do throws(HistoryError) {
            history = try History(reading: site.historyPath)
            calendar = try history.calendar
            book = try DayBook(history, calendar: calendar, latestSecond: try history.latestSecond())
        } catch {
            throw RunError(error)
        }
    }

    var reportSite: ReportSite {
        ReportSite(
            name: site.profile.site, url: site.profile.url, calendar: calendar, csvBOM: site.profile.csvBOM)
    }

    private var dayListing: DayListing {
        DayListing(
            book.days.map { day in
                DayListing.Row(
                    day: day.day, version: day.version, isPartial: !book.isComplete(day),
                    isIncomplete: day.isIncomplete, isClosed: day.isClosed, sources: day.sources, lines: day.lines,
                    firstSecond: day.firstSecond, lastSecond: day.lastSecond, views: day.views,
                    restatement: day.restatement.flatMap { Restatement(json: $0) })
            }, calendar: calendar)
    }

    private func sourceListing() throws(RunError) -> SourceListing {
        do throws(HistoryError) {
            return SourceListing(
                try history.sources().map {
                    SourceListing.Row(
                        number: $0.number, name: $0.name, state: $0.state.rawValue, lines: $0.lines, days: $0.days,
                        at: $0.countedAt)
                }, calendar: calendar)
        } catch {
            throw RunError(error)
        }
    }

    func day(_ day: CalendarDay) throws(RunError) -> DayReport {
        var found: DayReport?
        if let stored = book[day] {
            try book.reports(of: [stored], site, hourly: false) { _, report throws(RunError) in
                found = report.report()
            }
        }
        guard let found else { throw missing("\(day)") }
        return found
    }

    private func range(_ days: ClosedRange<CalendarDay>, top: Int?) throws(RunError) -> RangeReport {
        let ranking = try reading { () throws(HistoryError) in try book.ranking(of: days) }
        guard let last = ranking.days.last else { throw missing("\(days.lowerBound)..\(days.upperBound)") }
        var report = RangeReport(
            site: site.profile.site, url: site.profile.url, calendar: calendar, ranking: ranking, top: top ?? site.top,
            sectionTop: top ?? site.profile.sectionTop, csvBOM: site.profile.csvBOM)
        report.headlines = try reading { () throws(HistoryError) in
            try history.headlines(on: last.day, of: report.shownArticles)
        }
        return report
    }

    func reading<Result>(_ body: () throws(HistoryError) -> Result) throws(RunError) -> Result {
        do throws(HistoryError) { return try body() } catch { throw RunError(error) }
    }

    func missing(_ what: String) -> RunError {
        let known =
            if let first = book.days.first?.day, let last = book.days.last?.day {
                "it has days from \(first) to \(last); see them with: accessrank days"
            } else {
                "it has no day yet; count some logs first"
            }
        return RunError(.noInput, "\(what): nothing of it is in the history; \(known)")
    }
}

extension History {
    /// The calendar that its days are counted by.
    var calendar: SiteCalendar {
        get throws(HistoryError) {
            guard let calendar = SiteCalendar(zoneName: zone) else {
                throw HistoryError(
                    kind: .unusable,
                    message:
                        "the history's days are of the zone \(zone), which this system does not know; install tzdata")
            }
            return calendar
        }
    }
}
