public import LogReading
public import ViewCounting

/// What `accessrank check` tells of logs: their format, what became of each line and why, and when they were written.
public struct CheckReport: Sendable {
    /// The forms that `--as` knows.
    public enum Form: String, CaseIterable, Sendable {
        case markdown = "md"
        case json
    }

    /// One log.
    public struct Log: Sendable {
        /// Text from outside.
        public let name: String
        /// The word for what became of it: `counted`.
        public let state: String
        /// Whether its lines are in the figures.
        public let isCounted: Bool
        public let lines: Int
        /// Lines that fit the format.
        public let fittingLines: Int
        /// Nil where no line fits any.
        public let format: LogFormat?
        /// Nil where the format was named, or the log could not be read.
        public let evidence: FormatEvidence?
        /// Nil where the log could not be read.
        public let times: TimeCourse?
        /// The first and the last line with a time to be trusted, seconds since 1970 UTC; nil where there is none.
        public let seconds: ClosedRange<UInt32>?

        public init(
            name: String, state: String, isCounted: Bool, lines: Int, fittingLines: Int, format: LogFormat?,
            evidence: FormatEvidence?,
            times: TimeCourse?,
            seconds: ClosedRange<UInt32>?
        ) {
            self.name = name
            self.state = state
            self.isCounted = isCounted
            self.lines = lines
            self.fittingLines = fittingLines
            self.format = format
            self.evidence = evidence
            self.times = times
            self.seconds = seconds
        }
    }

    let site: String?
    let calendar: SiteCalendar
    let logs: [Log]
    /// Of the logs that count, as a run's summary has it.
    let accounting: Accounting
    let examination: LogExamination
    let quietHours: QuietHours

    /// Reasons shown of each outcome, and paths.
    static let shownReasons = 3
    static let shownPaths = 20

    public init(
        site: String?, calendar: SiteCalendar, logs: [Log], accounting: Accounting, examination: LogExamination,
        quietHours: QuietHours
    ) {
        self.site = site
        self.calendar = calendar
        self.logs = logs
        self.accounting = accounting
        self.examination = examination
        self.quietHours = quietHours
    }

    /// Ready for standard output; valid UTF-8, a line end last.
    public func bytes(as form: Form) -> [UInt8] {
        switch form {
        case .markdown: Array(markdown.utf8)
        case .json: Array(json.utf8)
        }
    }

    /// The reasons of an outcome.
    func reasons(_ outcome: Outcome) -> ReasonTable { examination.reasons[outcome] ?? ReasonTable() }

    /// Outcomes that are told with their reasons, in their order.
    var explainedOutcomes: [Outcome] { Outcome.allCases.filter { reasons($0).lines > 0 } }

    /// Robots by entry, the commonest first.
    var robots: [(lines: Int, list: String?, entry: String?, why: String)] {
        reasons(.robot).commonest { $0.text }.compactMap { entry in
            guard case .robot(let reason) = entry.reason else { return nil }
            let names: (list: String?, entry: String?, why: String) =
                switch reason {
                case .noAgent: (nil, nil, "no agent, or -")
                case .also(let token): ("also", token, "the profile says so")
                case .listed(let listed, let list): (list, listed.token, listed.reason)
                }
            return (entry.lines, names.list, names.entry, names.why)
        }
    }

    /// The first and the last second of all logs that count.
    var seconds: ClosedRange<UInt32>? {
        let known = logs.filter(\.isCounted).compactMap(\.seconds)
        guard let first = known.map(\.lowerBound).min(), let last = known.map(\.upperBound).max() else { return nil }
        return first...last
    }

    /// Offsets written in the lines, those of most lines first; nil for lines without one.
    var offsets: [(offset: Int?, lines: Int)] {
        examination.times.offsets.sorted { ($1.value, $0.key ?? .max) < ($0.value, $1.key ?? .max) }
            .map { ($0.key, $0.value) }
    }

    /// `+09:00`.
    static func text(ofOffset offset: Int) -> String {
        LocalTime(day: CalendarDay(number: 0), secondOfDay: 0, offset: offset).offsetText
    }

    /// `2026-03-02 06:25:24`, by the site's clock.
    func clock(_ second: Int64) -> String {
        let time = calendar.localTime(at: second)
        return "\(time.day) \(time.clock)"
    }
}
