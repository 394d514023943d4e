import Dispatch
import Synchronization
public import ViewCounting

/// Makes and writes the reports of days on other threads, while the next days are ranked.
///
/// A disk takes its time to say that it has a file: the days' folders wait for it together, and while they do, others are made.
public final class ReportWriters: Sendable {
    public let folder: ReportFolder
    private let threads: Int
    /// A report takes a place when it comes and gives it back when it is written: so few are in memory at a time.
    private let places: DispatchSemaphore
    /// So many are made at a time; the others wait for the disk.
    private let makers: DispatchSemaphore
    private let reports = DispatchGroup()
    private let failure = Mutex<Failure?>(nil)

    private struct Failure {
        let day: CalendarDay
        let error: ReportError
    }

    /// - Parameter threads: With one, reports are written at once, on the caller's.
    public init(in folder: ReportFolder, threads: Int) {
        self.folder = folder
        self.threads = threads
        places = DispatchSemaphore(value: ReportWriters.reportsPerThread * threads)
        makers = DispatchSemaphore(value: threads)
    }

    /// Making a report takes about as long as a disk takes to have it.
    private static let reportsPerThread = 2

    /// Has a day's reports made, and put in their place.
    ///
    /// - Parameter report: The day's; it is made on the thread that writes it.
    /// - Throws: What went wrong with this day, or with one before it.
    public func publish(_ day: CalendarDay, _ report: @escaping @Sendable () -> DayReport) throws(ReportError) {
        guard threads > 1 else {
            try folder.publish(report())
            return
        }
        if let failure = failure.withLock({ $0 }) { throw failure.error }
        places.wait()
        // A queue of its own has a thread of its own; those that all share are as many as processors, also while they wait for a disk.
        DispatchQueue(label: "accessrank.report").async(group: reports) { [self] in
            makers.wait()
            let files = report().files()
            makers.signal()
            do throws(ReportError) {
                try folder.publish(files, of: day)
            } catch {
                note(Failure(day: day, error: error))
            }
            places.signal()
        }
    }

    /// Waits until nothing is being written any more: to be done in any case, before the folder's lock is given back.
    public func wait() { reports.wait() }

    /// Waits until all is written.
    ///
    /// - Throws: What went wrong, with the earliest day of several.
    public func finish() throws(ReportError) {
        wait()
        if let failure = failure.withLock({ $0 }) { throw failure.error }
    }

    private func note(_ new: Failure) {
        failure.withLock { known in
            if new.day < known?.day ?? new.day.next { known = new }
        }
    }
}
