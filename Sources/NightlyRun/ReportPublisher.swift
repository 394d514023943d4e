import ArticleRanking
import History
import Reporting
import SiteProfile
import ViewCounting

/// Writes reports into the site's folder: only those that differ, index last.
struct ReportPublisher {
    let site: SiteSettings
    let options: ProcessOptions
    let console: Console

    private var folder: ReportFolder { ReportFolder(path: site.reports) }

    /// Rewrites every day whose reports are not those of the history's state, and removes those of days without lines.
    ///
    /// The history notes it when all is written: what a killed run has left undone is done by the next one.
    ///
    /// - Parameters:
    ///   - latestSecond: Of all sources that count, seconds since 1970 UTC.
    ///   - again: Days whose reports should be in their place, and are looked at for what others changed in them.
    func publish(
        _ history: History, latestSecond: UInt32, again: Set<CalendarDay> = []
    ) throws(RunError) {
        let fingerprint = ReportFingerprint(site)
        let book: DayBook
        let withdrawn: [CalendarDay]
        do throws(HistoryError) {
            book = try DayBook(history, calendar: site.calendar, latestSecond: latestSecond)
            // What stands in another folder, or is of somebody else, is not ours to remove.
            withdrawn = try history.withdrawnDays().filter { fingerprint.isHere($0.written) }.map(\.day)
        } catch {
            throw RunError(error)
        }
        let texts = fingerprint.texts(of: book)
        let pending = book.days.filter { day in
            options.reports(day.day)
                && (again.contains(day.day) || day.written != texts[day.day]
                    || !folder.has(day.day))
        }
        if pending.isEmpty, withdrawn.isEmpty, !folder.hasLeftovers() { return }
        let written = try whileLocked { folder throws(RunError) in
            // Again, now that the folder is there to be found.
            let fingerprint = ReportFingerprint(site)
            let texts = fingerprint.texts(of: book)
            var written: [CalendarDay: String] = [:]
            let writers = ReportWriters(in: folder, threads: options.threads)
            defer { writers.wait() }
            try book.reports(of: pending, site, hourly: true) { day, report throws(RunError) in
                let isOurs = day.written.map(fingerprint.isHere) ?? false
                if try writing({ () throws(ReportError) in try publish(report, replacing: isOurs, by: writers) }) {
                    written[day.day] = texts[day.day]
                }
            }
            try writing { () throws(ReportError) in
                try writers.finish()
                for day in withdrawn { try folder.withdraw(day) }
                try folder.finish()
            }
            return written
        }
        try reading { () throws(HistoryError) in
            try history.noteWritten(written, removed: Set(withdrawn))
        }
    }

    /// Writes the reports of days that no history has.
    ///
    /// - Parameters:
    ///   - days: All of them, in order.
    ///   - headlines: They hold on all of the days.
    func publish(
        _ days: [(counts: DayCounts, totals: DayTotals)], _ headlines: Headlines, latestSecond: UInt32
    ) throws(RunError) {
        guard days.contains(where: { options.reports($0.counts.day) }) else { return }
        let robots = RobotLabels(site.profile.robotRules.lists)
        try whileLocked { folder throws(RunError) in
            var charts = ChartedDays(top: site.top, sectionTop: site.profile.sectionTop)
            let numbered = days.map { charts.number($0.counts.inSections(of: headlines)) }
            let minutes = Dictionary(
                uniqueKeysWithValues: zip(numbered, days).map { ($0.day.day, ($0.day, $1.totals.minuteViews)) })
            var trends = TrendMemory()
            let writers = ReportWriters(in: folder, threads: options.threads)
            defer { writers.wait() }
            let clock = WindowClock(calendar: site.calendar, latestSecond: latestSecond)
            for (numbered, (_, totals)) in zip(numbered, days) {
                let ranking = charts.rank(numbered)
                let counts = numbered.counts
                guard options.reports(counts.day) else { continue }
                let upToDay = days.lazy.map(\.counts.day).prefix { $0 <= counts.day }
                let grid = TrendGrid(
                    ends: TrendGrid.ends(of: counts.day, site.calendar), day: counts.day,
                    from: upToDay.first ?? counts.day, calendar: site.calendar)
                let rises = trends.counts(grid, .hour, of: upToDay, TrendRules()) { day, grid in
                    minutes[day].map { SlottedDay(day, $0.0.rows, $0.1, in: grid) }
                }
                let report = UnwrittenReport(
                    site: site, calendar: site.calendar, robots: robots, counts: counts, totals: totals,
                    ranking: ranking, numbered: numbered.day, restatement: nil,
                    windows: UnwrittenReport.Windows(
                        day: (numbered.day, totals.minuteViews), before: minutes[counts.day.previous],
                        table: charts.table, clock: clock),
                    headlines: headlines, headlinesBefore: Headlines(), rises: .counted(rises, in: charts.table))
                _ = try writing { () throws(ReportError) in try publish(report, replacing: false, by: writers) }
            }
            try writing { () throws(ReportError) in
                try writers.finish()
                try folder.finish()
            }
        }
    }

    /// - Parameter isOurs: What is there was written from the same history, or is to be replaced in any case.
    /// - Returns: Whether the day's reports will be in their place when the writers are through.
    private func publish(
        _ report: UnwrittenReport, replacing isOurs: Bool, by writers: ReportWriters
    ) throws(ReportError) -> Bool {
        guard isOurs ? true : try mayReplace(report.counts, in: writers.folder) else { return false }
        try writers.publish(report.counts.day) { report.report() }
        return true
    }

    /// What the history did not write itself may know more than it does: a report that saw more is not pushed out.
    private func mayReplace(_ day: DayCounts, in folder: ReportFolder) throws(ReportError) -> Bool {
        if options.replace { return true }
        switch try folder.onDisk(day.day) {
        case .missing: return true
        case .published(let old) where old.totalViews <= day.views: return true
        case .published(let old):
            console.warning(
                "\(folder.path)/\(day.day): holds \(Figures.count(old.totalViews, "view", "views")), and these logs have "
                    + "\(Figures.grouped(day.views)); it was kept; --replace puts the new reports in its place")
            return false
        case .unreadable:
            console.warning(
                "\(folder.path)/\(day.day): its ranking.json cannot be read, so it is not known what it holds; it was "
                    + "kept; --replace puts the new reports in its place")
            return false
        }
    }

    private func whileLocked<Result: Sendable>(
        _ body: (ReportFolder) throws(RunError) -> Result
    ) throws(RunError) -> Result {
        let folder = folder
        return try writing { () throws(ReportError) in
            try folder.whileLocked { () throws(ReportError) in
                try folder.prepare()
                return Swift.Result { () throws(RunError) in try body(folder) }
            }
        }.get()
    }

    private func writing<Result>(_ body: () throws(ReportError) -> Result) throws(RunError) -> Result {
        do throws(ReportError) { return try body() } catch { throw RunError(error) }
    }

    private func reading<Result>(_ body: () throws(HistoryError) -> Result) throws(RunError) -> Result {
        do throws(HistoryError) { return try body() } catch { throw RunError(error) }
    }
}

extension ProcessOptions {
    /// Whether the day is one of those that are to be reported.
    func reports(_ day: CalendarDay) -> Bool { day >= from ?? day && day <= to ?? day }
}

extension ReportError.Kind {
    var status: ExitStatus {
        switch self {
        case .cannotCreate: .cannotCreate
        case .io: .io
        case .permission: .permission
        case .busy: .tryAgain
        }
    }
}
