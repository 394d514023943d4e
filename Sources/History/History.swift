import ArticleRanking
import GRDB
import ViewCounting

/// What earlier runs counted: a ledger of sources, the clicks of open days, the totals of all days.
///
/// One SQLite file. It knows nothing of profiles and reports. For one thread; what it returns is in a fixed order.
public final class History {
    /// The IANA name of the zone that its days are days of.
    public let zone: String

    let file: HistoryFile
    let queue: DatabaseQueue
    /// The places that have been read or made so far, under their numbers.
    var places = PlaceTable()
    /// Of the totals that the last commit put into the file those that nobody has asked for yet, by day: they need not be read.
    var committed: [CalendarDay: DayTotals] = [:]
    /// SQLite's `data_version` when this was opened: another one once somebody else has changed the file.
    let versionAtOpening: Int64
    /// Held as long as this lives; nil where the history was opened for reading.
    private let lock: HistoryLock?

    /// Opens a history to add to it; a file that is missing or holds nothing becomes a new one.
    ///
    /// Nobody else can open it so until this is gone. Whatever a killed run left undone is rolled back.
    ///
    /// - Parameters:
    ///   - zone: The IANA name of the site's zone.
    ///   - started: When this run began by the wall clock, seconds since 1970 UTC: what another run is told of it.
    /// - Throws: `.busy`, at once, where another run has it; `.unusable` where it is of another zone or no history;
    ///   `.cannotCreate`, `.permission` and `.io` where the system says no.
    public init(writing path: String, zone: String, started: Int64) throws(HistoryError) {
        let file = try HistoryFile(path)
        // Before the lock too, so that no lock file is put beside a stranger's file.
        _ = try file.content()
        lock = try HistoryLock(file, started: started)
        switch try file.content() {
        case .missing, .nothing: try file.create()
        case .history: break
        }
        queue = try History.open(file, configuration: .writing)
        try History.access(file) { [queue] in try History.migrate(queue, zone: zone) }
        let kept = try History.access(file) { [queue] in
            try queue.write { try History.zone($0, orNew: zone) }
        }
        versionAtOpening = try History.access(file) { [queue] in try queue.read { try History.dataVersion($0) } }
        guard kept == zone else {
            throw HistoryError(
                unusable: path, "its days are days of the zone \(kept), and the site's zone is \(zone)",
                remedy: "set the zone back, or name another file and count the logs again")
        }
        self.zone = zone
        self.file = file
    }

    /// Opens a history to read it, also while a run adds to it.
    ///
    /// - Throws: `.unusable` where there is no history, or one that has never been added to.
    public convenience init(reading path: String) throws(HistoryError) {
        try self.init(reading: path, waiting: Configuration.busySeconds)
    }

    /// - Parameter seconds: How long to wait for a run that is about to commit.
    init(reading path: String, waiting seconds: Double) throws(HistoryError) {
        let file = try HistoryFile(path)
        switch try file.content() {
        case .missing:
            throw HistoryError(
                unusable: path, "there is no history yet", remedy: "count some logs first, or name the right file")
        case .nothing, .history(version: 0): throw HistoryError(neverWritten: path)
        case .history(version: let version) where version < Schema.version:
            throw HistoryError(
                unusable: path, "was written by an older accessrank", remedy: "count some logs with this one first")
        case .history: break
        }
        lock = nil
        queue = try History.open(file, configuration: .reading(waiting: seconds))
        let (kept, version) = try History.access(file) { [queue] in
            try queue.read { (try History.zone($0), try History.dataVersion($0)) }
        }
        guard let kept else { throw HistoryError(neverWritten: path) }
        zone = kept
        versionAtOpening = version
        self.file = file
    }

    /// What was remembered of places may no longer be in the file.
    func forgetPlaces() { places = PlaceTable() }

    deinit {
        // The lock goes last.
        try? queue.close()
    }
}

extension HistoryError {
    fileprivate init(neverWritten path: String) {
        self.init(unusable: path, "holds nothing yet", remedy: "count some logs first, or name the right file")
    }
}
