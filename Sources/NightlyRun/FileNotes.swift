import History
import LogReading
import ViewCounting

/// The files of a run's logs that later runs need not read, as long as they stay as they are.
///
/// Only files of which a later reading can say no more than the history does.
struct FileNotes {
    /// By number of the input that counts.
    private(set) var inputs: [Int: [FileMark]] = [:]
    /// By number of the source of the history that has the content.
    private(set) var sources: [Int64: [FileMark]] = [:]

    /// - Parameters:
    ///   - ledger: What the history knew of sources before the run.
    ///   - opening: When the logs were opened, or before, by the clock of the machine.
    init(
        of logs: [LogInput], read: [MapStep.Reading], sources counts: [Int: SourceCounts],
        settlement: SourceSettlement, ledger: [StoredSource], past: Past, known files: KnownFiles?,
        openedAt opening: Int64
    ) {
        guard let files else { return }
        let stored = Dictionary(uniqueKeysWithValues: ledger.map { ($0.number, $0) })
        for (number, log) in logs.enumerated() {
            guard case .whole = read[number], let counts = counts[number], counts.saysNoMoreLater else { continue }
            switch settlement.holders[number] {
            case nil: continue
            case .input(let holder):
                if let mark = files.mark(of: log, openedAt: opening) { inputs[holder, default: []].append(mark) }
            case .source(let holder):
                guard stored[holder]?.says(asMuchAs: counts, closed: past.closedDays) == true else { continue }
                if let mark = files.mark(of: log, openedAt: opening) { sources[holder, default: []].append(mark) }
            }
        }
    }
}

extension SourceCounts {
    /// Whether a later reading under the same settings tells the same: nothing is left to be warned of, or becomes past.
    fileprivate var saysNoMoreLater: Bool { garbageOffset == nil && fittingLines > 0 && timeless[.future] == 0 }
}

extension StoredSource {
    /// Whether all that a run needs of a copy is what the history knows of it: it may have been read under other settings.
    fileprivate func says(asMuchAs copy: SourceCounts, closed: ClosedDays) -> Bool {
        format == copy.format && timeless == copy.timeless && lines == copy.lines
            && Set(days.filter { !closed.contains($0) }) == Set(copy.openDays)
    }
}
