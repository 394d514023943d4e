public import LogReading
public import ViewCounting

/// All that one run changes, to be taken over whole or not at all.
public struct HistoryChange: Sendable {
    /// The start of the run, seconds since 1970 UTC.
    public var started: Int64
    /// The sources that the run met: those that count, and for the ledger those that do not.
    public var added: [NewSource] = []
    /// Counted sources of earlier runs whose lines no longer count; what they brought to closed days stays.
    public var gone: Set<Int64> = []
    /// What becomes of these: `.superseded` or `.forgotten`.
    public var goneState: SourceState = .superseded
    /// The open days whose totals were made anew.
    public var totals: [DayRestatement] = []
    /// The days that are closed from now on: their clicks and salts go.
    public var closing: Set<CalendarDay> = []
    /// Where the salts of new days come from: those that the clicks in `added` were hashed with.
    public var salts: VisitorKeys
    /// The days that each damaged or changed source of `added` may have lines of.
    public var incompleteDays: Set<CalendarDay> = []
    /// Names of good sources of this run: earlier damaged or changed ones of these names no longer make any day incomplete.
    public var clearedNames: Set<String> = []
    /// Files that hold what the history has counted, by the number of the source.
    public var files: [Int64: [FileMark]] = [:]
    /// Under what files of this run were read: they are known again under the same alone.
    public var settings = ""
    /// What the newsroom's catalogue said in this run; nil where none was read.
    public var headlines: HeadlineSighting?

    public init(started: Int64, salts: VisitorKeys) {
        self.started = started
        self.salts = salts
    }
}

/// A day whose totals were made anew.
public struct DayRestatement: Sendable {
    public var day: CalendarDay
    /// Nil: the day has no counted line any more.
    public var totals: DayTotals?
    /// Of each article in `totals` the number of its page in `Reduction.pages`; empty where these are not known. Articles of one
    /// number, on whatever days of the change, are of one place: its texts are looked up once.
    public var pages: [UInt32] = []
    /// What the reports say of the change; only kept where accounting or articles differ from the totals before.
    public var restatement: [UInt8]?

    public init(day: CalendarDay, totals: DayTotals?, pages: [UInt32] = [], restatement: [UInt8]? = nil) {
        self.day = day
        self.totals = totals
        self.pages = pages
        self.restatement = restatement
    }
}

/// A source as a run met it.
public struct NewSource: Sendable {
    public var name: String
    public var state: SourceState
    /// The format its lines were read in; nil where none is known.
    public var format: LogFormat?
    /// The robot lists by which its agents were judged.
    public var robots: String
    /// All lines, whatever their outcome.
    public var lines: Int
    /// By which its content is known again; nil where it was not read to its end.
    public var record: ContentRecord?
    /// Lines that belong to no day.
    public var timeless: Accounting
    /// What it brought to each day; kept for sources that count.
    public var days: [SourceDay]
    /// What the page numbers in `days` are of.
    public var pages: KeptPages
    /// Files that hold its content; kept for sources that count.
    public var files: [FileMark] = []

    public init(
        name: String, state: SourceState, format: LogFormat?, robots: String, lines: Int, record: ContentRecord?,
        timeless: Accounting, days: [SourceDay], pages: KeptPages
    ) {
        self.name = name
        self.state = state
        self.format = format
        self.robots = robots
        self.lines = lines
        self.record = record
        self.timeless = timeless
        self.days = days
        self.pages = pages
    }
}

/// What became of a source. The raw values are kept.
public enum SourceState: String, CaseIterable, Sendable {
    /// All its lines count.
    case counted
    /// It is damaged, and nothing of it counts.
    case damaged
    /// It is damaged, and its lines before the damage count.
    case salvaged
    /// It was written to while it was read, and nothing of it counts.
    case changed
    /// Its content is that of another source, or where another begins.
    case sameContent = "same-content"
    /// It counted until a longer source came that begins with it.
    case superseded
    /// It counted until somebody took its lines out.
    case forgotten

    /// Whether its lines are in the totals of open days.
    public var counts: Bool { self == .counted || self == .salvaged }
}
