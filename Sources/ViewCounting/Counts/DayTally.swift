import LogReading

/// What one source brings to one local day, while it is read.
struct DayTally {
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
    /// Lines of pages that are no clicks, by page and number of the verdict. A dictionary: years of days in one log must not each hold room
    /// for all pages.
    private var uncounted: [UInt64: Int] = [:]
    /// Lines with another method or status of pages that are not told apart.
    private var untoldLines = 0
    private var minutes: MinuteSet
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
        minutes.insert(second: second)
    }

    /// - Parameter verdict: The number of the verdict on the line.
    mutating func noteUncounted(page: UInt32, verdict: UInt32) {
        uncounted[UInt64(page) << 32 | UInt64(verdict), default: 0] += 1
    }

    mutating func noteUntold() { untoldLines += 1 }

    /// - Parameters:
    ///   - format: The format of the source.
    ///   - verdicts: What the numbers of verdicts stand for.
    func finished(format: LogFormat, verdicts: [LineVerdict]) -> SourceDay {
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
            uncounted: uncounted.map { key, lines in
                UncountedLines(
                    page: UInt32(key >> 32), verdict: verdicts[Int(UInt32(truncatingIfNeeded: key))], lines: lines)
            },
            untoldLines: untoldLines, clicks: clicks.pieces, followers: followers)
    }
}
