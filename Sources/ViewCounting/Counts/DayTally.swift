import LogReading

/// What one source brings to one local day, while it is read.
struct DayTally: ~Copyable {
    let day: CalendarDay
    /// The key of this day's visitors.
    let salt: SipKey
    /// The day's counts no longer change.
    let isClosed: Bool
    var accounting = Accounting()
    /// The earliest and latest line, seconds since 1970 UTC.
    private var firstSecond = UInt32.max
    private var lastSecond: UInt32 = 0
    /// Lines without referrer and agent.
    private var commonLines = 0
    /// Lines of pages that are no clicks, by page and number of the verdict.
    private var uncounted = PairCounts()
    /// Lines with another method or status of pages that are not told apart.
    private var untoldLines = 0
    private var minutes: MinuteSet
    /// The minute noted last: most lines are in the same one as the line before.
    private var lastMinute = UInt32.max
    var clicks = ClickPieces()
    /// The next day's clicks that may be double clicks of this day's last ones, under this day's salt.
    var followers: [PageClick] = []
    /// Only clicks before this second can be followers of another day's clicks.
    private(set) var followersEnd: UInt32 = 0

    init(day: CalendarDay, salt: SipKey, isClosed: Bool) {
        self.day = day
        self.salt = salt
        self.isClosed = isClosed
        minutes = MinuteSet(day: day)
    }

    /// - Parameter start: Where a stretch of the day begins, seconds since 1970 UTC.
    mutating func addStretch(from start: Int64) {
        followersEnd = max(
            followersEnd, UInt32(clamping: start + Int64(ViewTally.doubleClickSeconds)))
    }

    @inline(__always)
    mutating func note(second: UInt32, isCombined: Bool) {
        if !isCombined { commonLines += 1 }
        if second < firstSecond { firstSecond = second }
        if second > lastSecond { lastSecond = second }
        let minute = second / 60
        if minute != lastMinute {
            lastMinute = minute
            minutes.insert(second: second)
        }
    }

    /// - Parameter verdict: The number of the verdict on the line.
    @inline(__always)
    mutating func noteUncounted(page: UInt32, verdict: UInt32) {
        uncounted.count(page, verdict)
    }

    mutating func noteUntold() { untoldLines += 1 }

    /// - Parameters:
    ///   - format: The format of the source.
    ///   - verdicts: What the numbers of verdicts stand for.
    mutating func finished(format: LogFormat, verdicts: [LineVerdict]) -> SourceDay {
        // Most formats have one form for both.
        let formats = Dictionary(
            [
                (format.form(combined: true), accounting.lines - commonLines),
                (format.form(combined: false), commonLines),
            ], uniquingKeysWith: +
        ).filter { $0.value > 0 }
        return SourceDay(
            day: day,
            lines: DayLines(
                accounting: accounting, firstSecond: firstSecond, lastSecond: lastSecond, minutes: minutes,
                formats: formats),
            uncounted: uncounted.all { page, verdict, lines in
                UncountedLines(page: page, verdict: verdicts[Int(verdict)], lines: lines)
            },
            untoldLines: untoldLines, clicks: clicks.pieces, followers: followers)
    }
}
