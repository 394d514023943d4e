import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

/// Made-up sources and totals, as a run would hand them over.
enum Sample {
    static let zone = "UTC"
    static let calendar = SiteCalendar(zoneName: "UTC")
    static let monday = CalendarDay(number: 20_514)
    static let tuesday = monday.next
    static let wednesday = tuesday.next

    /// Noon, in seconds since 1970 UTC.
    static func noon(_ day: CalendarDay) -> UInt32 { UInt32(day.number) * 86_400 + 43_200 }

    /// Three o'clock in the night after a day.
    static func night(after day: CalendarDay) -> Int64 { (Int64(day.number) + 1) * 86_400 + 10_800 }

    static func lines(_ day: CalendarDay, _ counts: [Outcome: Int], at seconds: [UInt32] = []) -> DayLines {
        var accounting = Accounting()
        for (outcome, count) in counts { accounting[outcome] = count }
        let seconds = seconds.isEmpty ? [noon(day)] : seconds
        var words = MinuteSet(day: day).words
        for second in seconds {
            let bit = Int(Int64(second) / 60 - Int64(day.number) * 1440 + 960)
            words[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        return DayLines(
            accounting: accounting, firstSecond: seconds.min() ?? 0, lastSecond: seconds.max() ?? 0,
            minutes: MinuteSet(day: day, words: words) ?? MinuteSet(day: day),
            formats: [.combined: accounting.lines])
    }

    /// A page table with these articles, each under its own path and a section.
    static func table(_ keys: [String]) -> PageTable {
        var table = PageTable()
        for key in keys { _ = table.page(key: ByteString(key), path: ByteString("/news/" + key), section: "news") }
        return table
    }

    /// A part of a source: as many clicks as visitors, by turns on the table's pages.
    static func part(_ day: CalendarDay, visitors: [UInt64], pages: Int = 2, followers: [UInt64] = []) -> SourceDay {
        SourceDay(
            day: day, lines: lines(day, [.view: visitors.count, .robot: 3]), uncounted: robots([0: 3]),
            clicks: [
                visitors.enumerated().map { index, visitor in
                    PageClick(visitor: visitor, page: UInt32(index % pages), second: noon(day) + UInt32(index % 60))
                }
            ],
            followers: followers.map { PageClick(visitor: $0, page: 1, second: noon(day) + 43_205) })
    }

    /// Robots' lines by page.
    static func robots(_ lines: [UInt32: Int]) -> [UncountedLines] {
        lines.map { UncountedLines(page: $0.key, verdict: LineVerdict(.robot, rule: "list: bot"), lines: $0.value) }
    }

    static func record(_ seed: UInt64) -> ContentRecord {
        ContentRecord(
            length: 70_000, blockChecksums: [UInt32(truncatingIfNeeded: seed)], firstLines: [seed, seed &+ 1],
            tail: ContentRecord.Tail(lines: [seed &+ 2], restBytes: 17, restDigest: seed &+ 3))
    }

    /// A file of an inode, as it was at a time.
    static func file(_ inode: UInt64, seconds: Int64 = 1_772_000_000, size: Int64 = 70_000, digest: UInt64 = 7)
        -> FileMark
    {
        FileMark(
            stamp: FileStamp(device: .max, inode: inode, size: size, seconds: seconds, nanoseconds: 5),
            digest: FileDigest(low: digest, high: .max))
    }

    static func source(
        _ name: String = "access.log", _ days: [SourceDay] = [], state: SourceState = .counted,
        robots: String = "builtin 1", table: PageTable = Sample.table(["a", "b"])
    ) -> NewSource {
        var timeless = Accounting()
        timeless[.malformed] = 2
        return NewSource(
            name: name, state: state, format: .combined, robots: robots,
            lines: 2 + days.reduce(0) { $0 + $1.lines.accounting.lines }, record: record(UInt64(name.utf8.count)),
            timeless: timeless, days: days, pages: KeptPages(table))
    }

    static func totals(_ day: CalendarDay, views: Int = 5, robots: Int = 3) -> DayTotals {
        DayTotals(
            day: day, lines: lines(day, [.view: views, .robot: robots]),
            articles: [
                ArticleCounts(
                    key: "a", path: "/news/a", section: "news", views: views, visitors: views, rawClicks: views + 3)
            ],
            minuteViews: MinuteViews(cells: [.init(article: 0, minute: noon(day) / 60, views: UInt32(views))]))
    }

    /// What a run changes that counts a source and makes totals of its days.
    static func change(
        _ history: History, at now: Int64, retainDays: Int = 3, adding sources: [NewSource] = [],
        totals: [DayTotals] = []
    ) throws -> HistoryChange {
        let state = try history.state(now: now, retainDays: retainDays, calendar: try #require(calendar))
        var change = HistoryChange(started: now, salts: state.keys)
        change.closing = state.closing
        change.added = sources
        change.totals = totals.map { DayRestatement(day: $0.day, totals: $0) }
        return change
    }
}

/// A history in a folder of its own.
struct Place {
    let folder: ScratchFolder
    let path: String

    init() throws {
        folder = try ScratchFolder()
        path = folder.path + "/accessrank.sqlite"
    }

    func write(started: Int64 = 1_772_000_000) throws -> History {
        try History(writing: path, zone: Sample.zone, started: started)
    }

    /// The folder is there as long as the last use of this is ahead.
    @inline(never)
    func keep() {}

    func read() throws -> History { try History(reading: path) }

    /// All bytes of a file of the folder.
    func bytes(_ suffix: String = "") throws -> [UInt8] { try readAll(path + suffix) }
}

/// The error that a call throws; nil where it throws none.
func failure(_ body: () throws -> Void) -> HistoryError? {
    do {
        try body()
        return nil
    } catch {
        return error as? HistoryError
    }
}
