public import LogReading

/// What one source brought: the result of the map step, before it is known which clicks are views.
public struct SourceCounts: Sendable {
    /// The source's decompressed content, to tell copies by.
    public let identity: ContentIdentity
    /// The format its lines were read in; nil where no line fits any.
    public let format: LogFormat?
    /// All lines, whatever their outcome.
    public let lines: Int
    /// Lines that belong to no day, by outcome.
    public let timeless: Accounting
    public let days: [SourceDay]
    /// In the order of the lines.
    let clicks: [[PageClick]]
    /// The first lines that did not fit the format.
    public let malformedSamples: [[UInt8]]
    /// File offset of bytes behind the last gzip member that were not read.
    public let garbageOffset: Int64?
}

/// What one source brought to one local day.
public struct SourceDay: Sendable {
    public let day: CalendarDay
    /// `view` stands for clicks: double clicks are not told apart yet.
    let accounting: Accounting
    /// The earliest and latest line, seconds since 1970 UTC.
    let firstSecond: UInt32
    let lastSecond: UInt32
    let minutes: MinuteSet
    /// Lines by form of log format.
    let formats: [LogFormat: Int]
    /// Robots' lines by page number of the worker's `PageTable`.
    let robotLines: [UInt32: Int]

    init(_ tally: DayTally, format: LogFormat) {
        day = tally.day
        accounting = tally.accounting
        firstSecond = tally.firstSecond
        lastSecond = tally.lastSecond
        minutes = tally.minutes
        formats = [
            format.form(combined: true): tally.accounting.lines - tally.commonLines,
            format.form(combined: false): tally.commonLines,
        ].filter { $0.value > 0 }
        robotLines = tally.robotLines
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
}
