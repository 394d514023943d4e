public import LogReading
public import ViewCounting

/// What a run has to know before it reads its first line.
public struct HistoryState: Sendable {
    /// The salts of all days with clicks, and a fresh seed for the others.
    public var keys: VisitorKeys
    /// The contents of the sources that count, by source number.
    public var known: KnownContents
    /// The days that were closed before, and those that this run closes.
    public var closed: Set<CalendarDay>
    /// The days that this run closes.
    public var closing: Set<CalendarDay>
    /// All days before this one are closed, because they were removed; nil where none was.
    public var closedBefore: CalendarDay?
    /// The latest line of all sources that count, seconds since 1970 UTC; 0 where there is none.
    public var latestSecond: UInt32

    public init(
        keys: VisitorKeys, known: KnownContents, closed: Set<CalendarDay>, closing: Set<CalendarDay>,
        closedBefore: CalendarDay?, latestSecond: UInt32
    ) {
        self.keys = keys
        self.known = known
        self.closed = closed
        self.closing = closing
        self.closedBefore = closedBefore
        self.latestSecond = latestSecond
    }
}

/// What a counted source brought to a day, as it was stored.
public struct StoredPart: Sendable {
    /// The source's number.
    public var source: Int64
    public var day: SourceDay
    /// What the page numbers in `day` are of.
    public var table: PageTable
}

/// A day of the history, without its articles.
public struct StoredDay: Hashable, Sendable {
    public var day: CalendarDay
    /// 1 at first, one more whenever accounting or articles change.
    public var version: Int
    /// The number of the run that last changed what reports say of the day.
    public var revision: Int64
    /// Its counts no longer change.
    public var isClosed: Bool
    /// A damaged source may have lines of it.
    public var isIncomplete: Bool
    /// The earliest and the latest line, seconds since 1970 UTC.
    public var firstSecond: UInt32
    public var lastSecond: UInt32
    /// The minutes in which a line was logged.
    public var minutes: MinuteSet
    public var lines: Int
    public var views: Int
    /// Sources that brought lines to it.
    public var sources: Int
    /// The robot lists by which these were judged, each once, in the order of the sources.
    public var robots: [String]
    /// What the last restatement brought, as it was given; nil at version 1.
    public var restatement: [UInt8]?
    /// The start of the run that made this version, seconds since 1970 UTC; nil at version 1.
    public var restatedAt: Int64?
    /// The fingerprint of the reports that were last written; nil where none were.
    public var written: String?
}

/// A source of the ledger.
public struct StoredSource: Hashable, Sendable {
    public var number: Int64
    public var name: String
    public var state: SourceState
    public var format: LogFormat?
    /// All lines, whatever their outcome.
    public var lines: Int
    /// Decompressed bytes; 0 where they are not known.
    public var bytes: Int64
    /// The days in whose totals its lines are, and those for which they came too late.
    public var days: [CalendarDay]
    /// Lines that belong to no day.
    public var timeless: Accounting
    /// The start of the run that met it, seconds since 1970 UTC.
    public var countedAt: Int64
}
