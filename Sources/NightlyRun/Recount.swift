import ArticleRanking
import History
import LogReading
import SiteProfile
import ViewCounting

/// What a run changes: its own lines counted together with what earlier runs counted on the same days.
struct Recount {
    private(set) var reduction: Reduction
    /// The days whose totals were made anew, with what is to be said of the change; no closed day is among them.
    private(set) var restatements: [DayRestatement]
    /// What the history knew of sources before.
    let ledger: [StoredSource]

    /// What the run read and settled, and what goes for other reasons.
    struct Input {
        var workers: [WorkerCounts] = []
        /// By number of the input.
        var sources: [Int: SourceCounts] = [:]
        var names: [Int: String] = [:]
        /// The inputs that count.
        var counted: Set<Int> = []
        /// Sources of the history whose lines go.
        var gone: Set<Int64> = []
        /// Open days to count again although nothing of them comes or goes.
        var again: Set<CalendarDay> = []
    }

    /// - Throws: `RunError` where the history cannot be read.
    init(_ input: Input, past: Past, site: SiteSettings, jobs: Int) throws(RunError) {
        let counted = input.counted.sorted().compactMap { number in
            input.sources[number].map { (name: input.names[number] ?? "", counts: $0) }
        }
        let open = counted.flatMap(\.counts.days).filter { !$0.isLate }
        do throws(HistoryError) {
            ledger = try past.history?.sources() ?? []
            let goneDays = try past.history?.days(touchedBy: input.gone) ?? []
            let days = Set(open.map(\.day)).union(goneDays).union(input.again)
                .filter { !past.closedDays.contains($0) }
            let parts = try past.history?.parts(of: days) ?? []
            let gone = parts.filter { input.gone.contains($0.source) }
            let kept = parts.filter { !input.gone.contains($0.source) }
            reduction = Reduction(
                input.workers, counting: input.counted, kept: kept.map(\.part), gone: gone.map(\.part),
                calendar: site.calendar, jobs: jobs)

            let names = Dictionary(uniqueKeysWithValues: ledger.map { ($0.number, $0.name) })
            let versions = Dictionary(
                uniqueKeysWithValues: try past.history?.days().map { ($0.day, $0.version) } ?? [])
            let totals = Dictionary(uniqueKeysWithValues: reduction.days.map { ($0.day, $0) })
            var restatements: [DayRestatement] = []
            for day in days.sorted() {
                guard let old = try past.history?.totals(of: day) else {
                    if let new = totals[day] {
                        restatements.append(DayRestatement(day: day, totals: new, pages: reduction.pages[day] ?? []))
                    }
                    continue
                }
                let came = counted.compactMap { source in
                    source.counts.days.first { $0.day == day && $0.hasLines }
                        .map { Restatement.Source(name: source.name, lines: $0.lines.accounting.lines) }
                }
                let went = gone.filter { $0.day.day == day && $0.day.hasLines }.map {
                    Restatement.Source(name: names[$0.source] ?? "", lines: $0.day.lines.accounting.lines)
                }
                let restatement = Restatement(
                    version: (versions[day] ?? 1) + 1, at: site.now, came: came, gone: went,
                    retracted: reduction.retracted[day] ?? 0, before: old.articles,
                    after: totals[day]?.articles ?? [], top: site.top)
                restatements.append(
                    DayRestatement(
                        day: day, totals: totals[day], pages: reduction.pages[day] ?? [],
                        restatement: restatement.json()))
            }
            self.restatements = restatements
        } catch {
            throw RunError(error)
        }
    }
}

extension Recount {
    /// Lets go of what the history has now, and gives back when it is asked: the days without their minutes, and their changes.
    mutating func forgetKept() {
        reduction.forgetMinutes()
        restatements = []
    }

    /// Whether the ledger has a source of this name and size.
    fileprivate func knows(_ name: String, bytes: Int64?, lines: Int?) -> Bool {
        ledger.contains { $0.name == name && $0.bytes == bytes && $0.lines == lines }
    }
}

extension HistoryChange {
    /// All that a run takes over into the history.
    init(
        _ recount: Recount, _ input: Recount.Input, readings: [MapStep.Reading], settlement: SourceSettlement,
        unread: UnreadLogs, notes: FileNotes, past: Past, site: SiteSettings
    ) {
        self.init(started: site.now, salts: past.state.keys)
        gone = input.gone
        totals = recount.restatements
        closing = past.state.closing
        let kept = inParallel(workers: input.workers.count) { worker in
            KeptPages(input.workers[worker].table, ranks: recount.reduction.ranks[worker])
        }
        let pages = zip(input.workers, kept).reduce(into: [Int: KeptPages]()) { pages, worker in
            for number in worker.0.sources.keys { pages[number] = worker.1 }
        }
        let robots = RobotLabels(site.profile.robotRules.lists).text
        for (number, reading) in readings.enumerated() {
            let name = input.names[number] ?? ""
            let source = input.sources[number]
            let counts = settlement.counted.contains(number)
            if case .whole = reading {
                // A log without a byte is none: it takes no damaged one's place.
                if source?.identity.length == 0 { continue }
                clearedNames.insert(name)
                // The same copy night after night is told of once.
                if !counts && recount.knows(name, bytes: source?.identity.length, lines: source?.lines) { continue }
            }
            if case .unread = reading, let stored = unread.sources[number] {
                clearedNames.insert(name)
                if recount.knows(name, bytes: stored.bytes, lines: stored.lines) { continue }
                added.append(
                    NewSource(
                        name: name, state: settlement.states[number].kept(reading, counts: false),
                        format: stored.format, robots: robots, lines: stored.lines,
                        record: past.state.known[stored.number], timeless: stored.timeless, days: [],
                        pages: KeptPages(PageTable())))
                continue
            }
            var new = NewSource(
                name: name, state: settlement.states[number].kept(reading, counts: counts),
                format: source?.format, robots: robots, lines: source?.lines ?? 0, record: source?.record,
                timeless: source?.timeless ?? Accounting(), days: counts ? source?.days ?? [] : [],
                pages: pages[number] ?? KeptPages(PageTable()))
            new.files = notes.inputs[number] ?? []
            added.append(new)
        }
        files = notes.sources
        settings = site.reading
        // Copies of what was counted before are of the run as well: their days may be missing lines too.
        incompleteDays = unread.openDays.union(input.sources.values.flatMap(\.openDays))
    }
}

extension SourceCounts {
    /// The open days of its lines, whether or not these count: a damaged log of the same run may have lines of them too.
    var openDays: [CalendarDay] { days.filter { $0.hasLines && !$0.isLate }.map(\.day) }
}

extension SourceSettlement.State {
    /// What the ledger says. A damaged log stays one, also where a good one has its lines.
    fileprivate func kept(_ reading: MapStep.Reading, counts: Bool) -> SourceState {
        if case .damaged(let error, _) = reading {
            if case .changed = error { return .changed }
            return counts ? .salvaged : .damaged
        }
        return switch self {
        case .counted: .counted
        case .damaged: .damaged
        case .changed: .changed
        case .sameContent: .sameContent
        case .superseded: .superseded
        }
    }
}

extension StoredPart {
    fileprivate var part: DayPart { DayPart(day: day, table: table) }
}
