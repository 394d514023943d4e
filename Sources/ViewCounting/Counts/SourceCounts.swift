public import LogReading

/// What one source brought: the result of the map step, before it is known which clicks are views.
public struct SourceCounts: Sendable {
    /// The source's decompressed content, to tell copies by.
    public let identity: ContentIdentity
    /// By which a history knows the content again.
    public let record: ContentRecord
    /// Contents of the history that are where this one begins.
    public let knownBeginnings: Set<Int64>
    /// The format its lines were read in; nil where no line fits any.
    public let format: LogFormat?
    /// What the first lines showed of it; nil where it was given.
    public let evidence: FormatEvidence?
    /// All lines, whatever their outcome.
    public let lines: Int
    /// Lines that belong to no day, by outcome.
    public let timeless: Accounting
    public private(set) var days: [SourceDay]
    /// The first lines that did not fit the format, cut to `longestSample` bytes.
    public let malformedSamples: [[UInt8]]
    /// Which of the fields that the profile asks for its lines have.
    public let fields: FieldUse
    /// File offset of bytes behind the last gzip member that were not read.
    public let garbageOffset: Int64?

    /// Lets go of the clicks and of all that is told by page, once it has been reduced and kept.
    public mutating func forgetPages() {
        for index in days.indices {
            days[index].clicks = []
            days[index].followers = []
            days[index].uncounted = []
        }
    }

    /// Bytes kept of a line that did not fit.
    public static let longestSample = 300

    /// Lines that fit the format.
    public var fittingLines: Int { lines - timeless.lines + timeless[.future] }

    /// Whether there are lines that could fit a format, and none does.
    public var fitsNothing: Bool { fittingLines == 0 && timeless[.malformed] + timeless[.oversize] > 0 }

    /// The latest line with a time to be trusted, seconds since 1970 UTC; 0 where there is none.
    public var lastSecond: UInt32 { days.map(\.lines.lastSecond).max() ?? 0 }
}

/// What one source brought to one local day: all that is kept of it until the day is closed.
public struct SourceDay: Sendable {
    public let day: CalendarDay
    public var lines: DayLines
    /// Lines of articles that are no clicks, in no order that is promised.
    public var uncounted: [UncountedLines]
    /// Lines with another method or status that ask for articles of which there are too many to tell them apart.
    public var untoldLines: Int
    /// In pieces, in the order of the lines; the visitors are hashed under the day's salt.
    public var clicks: [[PageClick]]
    /// Clicks of another day within 30 s of an instant of this one, under this day's salt: they only tell which of this
    /// day's last clicks are double clicks.
    public var followers: [PageClick]

    public init(
        day: CalendarDay, lines: DayLines, uncounted: [UncountedLines], untoldLines: Int = 0, clicks: [[PageClick]],
        followers: [PageClick]
    ) {
        self.day = day
        self.lines = lines
        self.uncounted = uncounted
        self.untoldLines = untoldLines
        self.clicks = clicks
        self.followers = followers
    }

    /// False where only followers are of the day.
    public var hasLines: Bool { lines.accounting.lines > 0 }

    /// The day was closed when the source was read: none of its lines counts.
    public var isLate: Bool { lines.accounting[.late] > 0 }
}

/// What a source brought to a day, with the table that its page numbers are of.
public struct DayPart: Sendable {
    public let day: SourceDay
    public let table: PageTable

    public init(day: SourceDay, table: PageTable) {
        self.day = day
        self.table = table
    }
}

/// All that one worker counted: sources share its numbering of articles and pages.
public struct WorkerCounts: Sendable {
    /// By the number under which the run knows the source.
    public var sources: [Int: SourceCounts]
    public let table: PageTable
    /// Places of the profile's patterns that fitted a page.
    public let fittingPatterns: Set<Int>
    /// Lines by shape of path that fitted no pattern.
    public let unmatchedShapes: [String: Int]
    /// The clients of the clicks of all sources.
    public let clients: ClientSample
}
