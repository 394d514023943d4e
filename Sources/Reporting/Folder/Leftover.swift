import Glibc
import ViewCounting

/// The hidden name under which something is written before it takes its place: `.2026-03-02.tmp-4711-0`.
///
/// Only names of this form, for things that a report folder holds, are ever taken for leftovers of a killed run.
struct Leftover {
    /// The name that it was to take: a day, `index.md` or `latest`.
    let owner: String
    /// Whether it is an old report that had been put away, and not a new one that was not finished.
    let isAway: Bool

    init?(name: String) {
        guard name.hasPrefix("."), let mark = name.firstRange(of: Leftover.mark) else { return nil }
        owner = String(name[name.index(after: name.startIndex)..<mark.lowerBound])
        isAway = name.hasSuffix(Leftover.awaySuffix)
        guard
            CalendarDay(iso: owner) != nil || owner == ReportFolder.indexName || owner == ReportFolder.latestName
        else { return nil }
    }

    static func name(of owner: String, attempt: Int) -> String {
        ".\(owner)\(mark)\(getpid())-\(attempt)"
    }

    /// Where the old report waits while the new one is put in its place, on file systems that cannot swap.
    static let awaySuffix = "-old"
    private static let mark = ".tmp-"
}
