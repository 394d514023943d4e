import Foundation
import History
import LogReading
import Reporting
import SiteProfile
public import ViewCounting

/// The commands that change the history without reading a log, and rewrite the reports that follow from it.
public struct HistoryUpkeep {
    private let site: SiteSettings
    private let past: Past
    private let history: History
    private let publisher: ReportPublisher

    /// `accessrank forget`: takes a source's lines out again, and restates its open days.
    ///
    /// - Parameter source: Its name, or its number where several that have the name count.
    public static func forget(_ source: String, _ options: HistoryOptions) -> Result<String, ExitFailure> {
        change(options) { upkeep throws(RunError) in try upkeep.forget(source) }
    }

    /// `accessrank rebuild`: counts open days again from their click runs, and rewrites reports.
    ///
    /// - Parameter day: Nil for all days.
    public static func rebuild(_ day: CalendarDay?, _ options: HistoryOptions) -> Result<String, ExitFailure> {
        change(options) { upkeep throws(RunError) in try upkeep.rebuild(day) }
    }

    /// `accessrank purge`: removes all days before one for good.
    public static func purge(before day: CalendarDay, _ options: HistoryOptions) -> Result<String, ExitFailure> {
        change(options) { upkeep throws(RunError) in try upkeep.purge(before: day) }
    }

    private static func change(
        _ options: HistoryOptions, _ body: (HistoryUpkeep) throws(RunError) -> String
    ) -> Result<String, ExitFailure> {
        let console = Console(isQuiet: false)
        do throws(RunError) {
            return .success(try body(try HistoryUpkeep(options, console)))
        } catch {
            console.error(error.message)
            return .failure(ExitFailure(status: error.status))
        }
    }

    private init(_ options: HistoryOptions, _ console: Console) throws(RunError) {
        var settings = options.processOptions
        let path = try SiteSettings(settings).historyPath
        do throws(HistoryError) {
            // These commands know days by the history's own zone; a missing history is not made here.
            settings.timezone = try History(reading: path).zone
        } catch {
            throw RunError(error)
        }
        site = try SiteSettings(settings)
        // Days are closed by runs that read logs alone.
        past = try Past(site, closesDays: false)
        guard let history = past.history else {
            preconditionFailure("these commands have no option to go without a history")
        }
        self.history = history
        publisher = ReportPublisher(site: site, options: settings, console: console)
        try publisher.publish(history, latestSecond: past.state.latestSecond)
    }

    private func forget(_ wanted: String) throws(RunError) -> String {
        let sources = try find(wanted)
        let gone = Set(sources.map(\.number))
        let closed: [CalendarDay]
        do throws(HistoryError) {
            closed = try history.days(touchedBy: gone).filter { past.closedDays.contains($0) }.sorted()
        } catch {
            throw RunError(error)
        }
        let recount = try Recount(Recount.Input(gone: gone), past: past, site: site, jobs: 1)
        var change = HistoryChange(started: site.now, salts: past.state.keys)
        change.gone = gone
        change.goneState = .forgotten
        change.totals = recount.restatements
        let before = try versions()
        let latest = try commit(change)
        let after = try versions()
        try publisher.publish(history, latestSecond: latest)
        // The day before one of its days is counted again as well, and is mostly as it was.
        let restated = before.keys.sorted().filter { before[$0] != after[$0] }.map(\.description)
        return "\(ShownText.of(sources.first?.name ?? wanted)): forgotten; "
            + (restated.isEmpty ? "the counts of no open day changed" : "restated: \(restated.joined(separator: ", "))")
            + (closed.isEmpty
                ? "" : "; closed days keep its lines: \(closed.map(\.description).joined(separator: ", "))") + "\n"
    }

    /// A source that still counts, or that makes days incomplete; all of a name that do no more than that.
    private func find(_ wanted: String) throws(RunError) -> [StoredSource] {
        let sources: [StoredSource]
        do throws(HistoryError) {
            sources = try history.sources().filter { $0.state.canBeForgotten }
        } catch {
            throw RunError(error)
        }
        let named = sources.filter { $0.name == wanted }
        if named.count > 1, named.contains(where: \.state.counts) {
            let choices = named.map { source in
                "\(source.number) (\(Figures.count(source.lines, "line", "lines"))"
                    + (source.days.first.map { " from \($0)" } ?? "") + ")"
            }
            throw RunError(
                .usage,
                "\(wanted): several sources have this name; name one by its number: \(choices.joined(separator: ", "))")
        }
        if !named.isEmpty { return named }
        if let source = sources.first(where: { String($0.number) == wanted }) { return [source] }
        throw RunError(
            .noInput,
            "\(wanted): no source that counts has this name or number; see them with: accessrank sources")
    }

    private func rebuild(_ wanted: CalendarDay?) throws(RunError) -> String {
        let days: [StoredDay]
        do throws(HistoryError) {
            days = try history.days().filter { $0.day == wanted ?? $0.day }
        } catch {
            throw RunError(error)
        }
        if let wanted, days.isEmpty {
            throw RunError(
                .noInput, "\(wanted): nothing of it is in the history; see its days with: accessrank days")
        }
        let open = Set(days.filter { !$0.isClosed }.map(\.day))
        let recount = try Recount(Recount.Input(again: open), past: past, site: site, jobs: 1)
        var change = HistoryChange(started: site.now, salts: past.state.keys)
        change.totals = recount.restatements
        let latest = try commit(change)
        try publisher.publish(history, latestSecond: latest, again: Set(days.map(\.day)))
        let kept = days.count - open.count
        return "counted again from their clicks: \(Figures.count(open.count, "day", "days"))"
            + (kept > 0 ? "; closed, so only reports were written: \(Figures.count(kept, "day", "days"))" : "") + "\n"
    }

    private func purge(before day: CalendarDay) throws(RunError) -> String {
        try checkIsNoFuture(day)
        let removed: Int
        let latest: UInt32
        do throws(HistoryError) {
            removed = try history.purge(before: day)
            latest = try history.latestSecond()
        } catch {
            throw RunError(error)
        }
        try publisher.publish(history, latestSecond: latest)
        return
            "removed \(Figures.count(removed, "day", "days")) before \(day) from the history; their reports were left in "
            + "\(ShownText.of(site.reports))\n"
    }

    private func versions() throws(RunError) -> [CalendarDay: Int] {
        do throws(HistoryError) {
            return Dictionary(uniqueKeysWithValues: try history.days().map { ($0.day, $0.version) })
        } catch {
            throw RunError(error)
        }
    }

    /// Lines of removed days are late for ever: a mistyped year must not make all logs to come late.
    private func checkIsNoFuture(_ day: CalendarDay) throws(RunError) {
        let days: [StoredDay]
        do throws(HistoryError) { days = try history.days() } catch { throw RunError(error) }
        let latest = max(site.calendar.day(at: site.now), days.last?.day.next ?? day.previous)
        guard day > latest else { return }
        throw RunError(
            .usage,
            "--before \(day): lies in the future, and all lines until then would be late; nothing was removed; name "
                + "\(latest) or an earlier day")
    }

    private func commit(_ change: HistoryChange) throws(RunError) -> UInt32 {
        do throws(HistoryError) {
            try history.commit(change)
            return try history.latestSecond()
        } catch {
            throw RunError(error)
        }
    }
}

extension SourceState {
    fileprivate var canBeForgotten: Bool {
        switch self {
        case .counted, .salvaged, .damaged, .changed: true
        case .sameContent, .superseded, .forgotten: false
        }
    }
}
