/// How much of a day the logs that were read cover.
public struct DayCoverage: Hashable, Sendable {
    public enum State: String, Sendable {
        /// No line at or after the day's end has been read yet: more of the day may come.
        case partial
        /// A line at or after the day's end has been read.
        case complete
    }

    public var state: State
    /// A source of the run was damaged: lines of this day may be missing.
    public var incomplete: Bool
    /// The earliest and the latest line of the day, by the site's clock.
    public var firstLine: LocalTime
    public var lastLine: LocalTime
    /// The hours of the local day in which no line was read.
    public var hoursWithoutLines: [LocalHour]
    /// Lines by the form of the log format they had (`combined`), by name; only forms that occurred.
    public var formats: [FormatLines]

    public init(
        state: State, incomplete: Bool, firstLine: LocalTime, lastLine: LocalTime, hoursWithoutLines: [LocalHour],
        formats: [FormatLines]
    ) {
        self.state = state
        self.incomplete = incomplete
        self.firstLine = firstLine
        self.lastLine = lastLine
        self.hoursWithoutLines = hoursWithoutLines
        self.formats = formats
    }

    /// `complete`, `partial`, `incomplete` or `partial, incomplete`: the word in reports and in the summary.
    public var stateText: String {
        switch (state, incomplete) {
        case (.complete, false): "complete"
        case (.complete, true): "incomplete"
        case (.partial, false): "partial"
        case (.partial, true): "partial, incomplete"
        }
    }
}

/// How many lines had a form of log format.
public struct FormatLines: Hashable, Sendable {
    public var format: String
    public var lines: Int

    public init(format: String, lines: Int) {
        self.format = format
        self.lines = lines
    }
}
