import History
import LogReading
import ViewCounting

/// The logs of a run whose files are as they were when the history counted them: nobody reads them.
struct UnreadLogs {
    /// By number of the input, the source of the history that has its content.
    let sources: [Int: StoredSource]
    /// What they have lines of, and is still open.
    let openDays: Set<CalendarDay>
    /// By which the files of a run are known again; nil where the run keeps nothing.
    let files: KnownFiles?

    /// - Parameter verify: All logs are to be read.
    init(_ inputs: [LogInput], past: Past, site: SiteSettings, verify: Bool) throws(RunError) {
        guard let history = past.history else {
            (sources, openDays, files) = ([:], [], nil)
            return
        }
        do throws(HistoryError) {
            let files = try history.files(readUnder: site.reading, now: site.now)
            self.files = files
            let numbers =
                verify
                ? []
                : inputs.enumerated().compactMap { number, input in
                    files.source(of: input).map { (number, $0) }
                }
            let ledger = numbers.isEmpty ? [] : try history.sources()
            let byNumber = Dictionary(uniqueKeysWithValues: ledger.map { ($0.number, $0) })
            sources = Dictionary(
                uniqueKeysWithValues: numbers.compactMap { number, source in byNumber[source].map { (number, $0) } })
        } catch {
            throw RunError(error)
        }
        openDays = Set(sources.values.flatMap(\.days).filter { !past.closedDays.contains($0) })
    }
}
