import Foundation
import History
import LogReading
import Reporting
import SiteProfile
import ViewCounting

/// What a run builds upon: a history that it adds to, or nothing at all.
struct Past {
    /// Nil where the run keeps nothing.
    let history: History?
    let state: HistoryState

    /// Opens the history, or starts from nothing where the settings name none.
    ///
    /// - Parameter closesDays: False where nothing is to be closed that is still open.
    init(_ site: SiteSettings, closesDays: Bool = true) throws(RunError) {
        guard let path = site.history else {
            history = nil
            state = HistoryState(
                keys: .random(), known: .none, closed: [], closing: [], closedBefore: nil, latestSecond: 0)
            return
        }
        do throws(HistoryError) {
            let history = try History.opened(path, zone: site.calendar.zoneName)
            state = try history.state(
                now: site.now, retainDays: closesDays ? site.profile.retainDays : .max, calendar: site.calendar)
            self.history = history
        } catch {
            throw RunError(error)
        }
    }

    var closedDays: ClosedDays { ClosedDays(state.closed, before: state.closedBefore) }
}

extension History {
    /// For writing, by the clock of the machine: that is the start which another run is told of.
    static func opened(_ path: String, zone: String) throws(HistoryError) -> History {
        try History(writing: path, zone: zone, started: Int64(Date().timeIntervalSince1970))
    }
}

extension RunError {
    init(_ error: HistoryError) {
        self.init(error.kind.status, error.message)
    }

    init(_ error: ReportError) {
        self.init(error.kind.status, "\(error)")
    }
}

extension HistoryError.Kind {
    fileprivate var status: ExitStatus {
        switch self {
        case .unusable: .configuration
        case .busy: .tryAgain
        case .io: .io
        case .cannotCreate: .cannotCreate
        case .permission: .permission
        }
    }
}
