import ArticleRanking
import Foundation
import History
import LogReading
import Reporting
import SiteProfile
import ViewCounting

/// One run of `accessrank process`, from the options to the exit status: the only place that knows all modules.
public struct NightlyRun {
    let options: ProcessOptions
    let console: Console
    /// What went wrong without ending the run.
    private var happened: Set<ExitStatus> = []

    /// Runs, and says on standard error what there is to say.
    public static func process(_ options: ProcessOptions) -> ExitStatus {
        var run = NightlyRun(options: options, console: Console(isQuiet: options.quiet))
        do throws(RunError) {
            try run.process()
        } catch {
            run.console.error(error.message)
            run.happened.insert(error.status)
        }
        return ExitStatus.of(run.happened)
    }

    private init(options: ProcessOptions, console: Console) {
        self.options = options
        self.console = console
    }

    private mutating func process() throws(RunError) {
        let site = try SiteSettings(options)
        let opening = Int64(Date().timeIntervalSince1970)
        let inputs = try InputSet(options, site.profile, console: console).inputs
        let past = try Past(site)
        let publisher = ReportPublisher(site: site, options: options, console: console)
        // What an earlier run left undone comes first, whatever becomes of this one. What cannot be written now is no
        // reason not to count: it is tried again, and told, when these logs are in the history.
        if let history = past.history { try? publisher.publish(history, latestSecond: past.state.latestSecond) }

        let catalogue = CatalogueStep(options, site, console: console)
        if catalogue.isDamaged { happened.insert(.badInput) }

        let jobs = options.threads
        let unread = try UnreadLogs(inputs, past: past, site: site, verify: options.verify)
        var map = try MapStep(
            inputs, unread: Set(unread.sources.keys), rules: site.rules(closed: past.closedDays), past: past.state,
            layout: site.layout, jobs: jobs, allowDamaged: options.allowDamaged,
            keeping: options.rejects == nil ? .nothing : .rejects,
            progress: Progress(
                console, sizes: inputs.indices.map { unread.sources[$0] == nil ? inputs[$0].sizeInBytes : 0 }))
        var sources = map.workers.reduce(into: [Int: SourceCounts]()) { $0.merge($1.sources) { first, _ in first } }
        tellTrouble(map.readings, sources, unread, inputs)
        let settlement: SourceSettlement
        do throws(LogReadError) {
            settlement = try SourceSettlement(
                inputs, readings: map.readings, sources: sources, known: past.state.known,
                unread: unread.sources.mapValues(\.number))
        } catch {
            throw RunError(.io, "\(error)")
        }
        // Of what is not read a line fits.
        if unread.sources.isEmpty, fitsNothing(sources) {
            // What does not fit is all that there is, and who asks for it needs it now.
            tellNothingFits(sources, named: inputs.map(\.name), site)
            return try write(map.rejected, of: settlement.counted)
        }

        var input = Recount.Input(
            workers: map.workers, sources: sources,
            names: Dictionary(uniqueKeysWithValues: inputs.map(\.name).enumerated().map { ($0, $1) }),
            counted: settlement.counted, gone: settlement.replaced)
        var recount = try Recount(input, past: past, site: site, jobs: jobs)
        try checkAccounting(recount.reduction, sources.filter { settlement.counted.contains($0.key) })
        // A pattern may fit pages of a log that was not read.
        if unread.sources.isEmpty {
            PatternWarnings(site.profile.articleRules.patterns, map.workers).tell(console, profile: options.profile)
        }
        ClientWarnings(
            map.workers, sources.filter { settlement.counted.contains($0.key) }, named: inputs.map(\.name), site: site
        ).tell(console)

        let days: [DayCounts]
        if let history = past.history {
            let notes = FileNotes(
                of: inputs, read: map.readings, sources: sources, settlement: settlement, ledger: recount.ledger,
                past: past, known: unread.files, openedAt: opening)
            try commit(
                HistoryChange(
                    recount, input, readings: map.readings, settlement: settlement, unread: unread, notes: notes,
                    past: past, site: site),
                catalogue.sighting(on: site.calendar.day(at: site.now)), to: history)
            NightlyRun.forgetPages(&input, &map, &sources)
            recount.forgetKept()
            days = try publish(recount, of: history, by: publisher)
        } else {
            let isDamaged = map.readings.contains { if case .damaged = $0 { true } else { false } }
            let latest = sources.filter { settlement.counted.contains($0.key) }.map(\.value.lastSecond).max() ?? 0
            NightlyRun.forgetPages(&input, &map, &sources)
            days = recount.reduction.days.map {
                DayCounts($0, calendar: site.calendar, latestSecond: latest, incomplete: isDamaged)
            }
            try publisher.publish(
                zip(days, recount.reduction.days).map { ($0, $1) }, catalogue.headlines,
                latestSecond: latest)
        }
        try write(map.rejected, of: settlement.counted)
        let reported = days.filter { options.reports($0.day) }
        try write(
            RunSummary(
                recount.reduction, reported: reported, inputs: inputs, settlement: settlement, sources: sources,
                unread: unread, catalogue: catalogue, robots: site.profile.robotRules.lists))
        guard console.showsResult else { return }
        let newest = reported.last { $0.coverage.state == .complete } ?? reported.last
        console.say(
            RunResultText(
                newest: newest.map { DayRanking(of: $0, after: nil) },
                headlines: try headlines(of: newest, in: past.history, or: catalogue), calendar: site.calendar,
                accounting: recount.reduction.accounting, unread: unread.sources.count, reports: site.reports,
                terminal: console.terminal
            ).text)
    }

    /// What holds on a day: by the history, and without one by this run's catalogue.
    private func headlines(
        of day: DayCounts?, in history: History?, or catalogue: CatalogueStep
    ) throws(RunError) -> Headlines {
        guard let day, let history else { return catalogue.headlines }
        do throws(HistoryError) {
            return try history.headlines(on: day.day, of: day.articles.map(\.key))
        } catch {
            throw RunError(error)
        }
    }

    /// Clicks have become views: reports are made in the memory that they held, 16 bytes each.
    private static func forgetPages(
        _ input: inout Recount.Input, _ map: inout MapStep, _ sources: inout [Int: SourceCounts]
    ) {
        input = Recount.Input()
        map.forgetCounts()
        for number in sources.keys { sources[number]?.forgetPages() }
    }

    private func commit(
        _ change: HistoryChange, _ headlines: HeadlineSighting?, to history: History
    ) throws(RunError) {
        var change = change
        change.headlines = headlines
        do throws(HistoryError) { try history.commit(change, threads: options.threads) } catch { throw RunError(error) }
    }

    /// The reports that follow from what the history has now.
    ///
    /// - Returns: The days that the run counted anew.
    private func publish(
        _ recount: Recount, of history: History, by publisher: ReportPublisher
    ) throws(RunError) -> [DayCounts] {
        let book: DayBook
        let latest: UInt32
        do throws(HistoryError) {
            latest = try history.latestSecond()
            book = try DayBook(history, calendar: publisher.site.calendar, latestSecond: latest)
        } catch {
            throw RunError(error)
        }
        try publisher.publish(history, latestSecond: latest)
        return recount.reduction.days.map {
            DayCounts(
                $0, calendar: publisher.site.calendar, latestSecond: latest,
                incomplete: book[$0.day]?.isIncomplete ?? false)
        }
    }

    /// Damage and garbage, one line per log.
    private mutating func tellTrouble(
        _ readings: [MapStep.Reading], _ sources: [Int: SourceCounts], _ unread: UnreadLogs, _ inputs: [LogInput]
    ) {
        let isAnythingMarked = !unread.openDays.isEmpty || sources.values.contains { !$0.openDays.isEmpty }
        let consequence = isAnythingMarked ? "the reports are marked INCOMPLETE" : "no report was written"
        for (number, reading) in readings.enumerated() {
            if case .damaged(let error, let salvaged) = reading {
                let counted = salvaged ? "the lines before the damage were counted" : "nothing of it was counted"
                let trouble = LogTrouble(error)
                console.error("\(trouble.place); \(counted), \(consequence); \(trouble.remedy)")
                happened.insert(.badInput)
            }
            if let offset = sources[number]?.garbageOffset {
                console.warning(LogTrouble.garbage(in: inputs[number].name, from: offset))
            }
        }
    }

    /// Lines were read and none fits: the format is not the one of these logs.
    private func fitsNothing(_ sources: [Int: SourceCounts]) -> Bool {
        sources.values.contains(where: \.fitsNothing) && sources.values.allSatisfy { $0.fittingLines == 0 }
    }

    /// No report is better than an empty one.
    private mutating func tellNothingFits(
        _ sources: [Int: SourceCounts], named names: [String], _ site: SiteSettings
    ) {
        let samples = sources.sorted { $0.key < $1.key }.flatMap(\.value.malformedSamples)
        console.error(UnfittingLogs(names, samples: samples, site.layout).message)
        happened.insert(.badInput)
    }

    private func checkAccounting(_ counts: Reduction, _ sources: [Int: SourceCounts]) throws(RunError) {
        let read = sources.values.reduce(0) { $0 + $1.lines }
        guard read == counts.accounting.lines else {
            throw RunError(
                .software,
                "the accounting does not add up: \(read) lines were read and \(counts.accounting.lines) accounted for; "
                    + "no report was written; this is a bug, please report it")
        }
    }

    /// The lines of the inputs that count, in the order in which these were named.
    private func write(_ rejected: [Int: RejectedLines], of counted: Set<Int>) throws(RunError) {
        guard let target = options.rejects else { return }
        func write(to put: ([UInt8]) throws(ReportError) -> Void) throws(ReportError) {
            for number in counted.sorted() {
                try rejected[number]?.forEachPiece(or: { ReportError(source: "\($0)", of: target) }, put)
            }
        }
        do throws(ReportError) {
            if target == "-" {
                console.clearProgress()
                try write(to: OutputFile.writeToStandardOutput)
            } else {
                try OutputFile.writePrivately(to: target, write)
            }
        } catch {
            throw RunError(error)
        }
    }

    private func write(_ summary: RunSummary) throws(RunError) {
        guard let target = options.summary else { return }
        do throws(ReportError) {
            if target == "-" {
                console.clearProgress()
                try OutputFile.writeToStandardOutput(summary.json())
            } else {
                try OutputFile.write(summary.json(), to: target)
            }
        } catch {
            throw RunError(error)
        }
    }
}
