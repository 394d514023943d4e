import LogReading

/// What one source brings, while it is read: provisional until its end is reached undamaged.
struct SourceTally {
    /// Lines that belong to no day.
    var timeless = Accounting()
    /// In the order in which the days were met.
    var days: [DayTally] = []
    var clicks = ClickPieces()
    /// The first lines that did not fit the format.
    private(set) var malformedSamples: [[UInt8]] = []

    private var finder: StretchFinder
    /// The index in `days`, by number of the finder's stretch.
    private var dayOfStretch: [Int] = []

    static let maximumSamples = 3
    private static let maximumSampleBytes = 300

    init(calendar: SiteCalendar) {
        finder = StretchFinder(calendar)
    }

    /// Lines of all outcomes.
    var lines: Int { days.reduce(timeless.lines) { $0 + $1.accounting.lines } }

    /// The index in `days` of the local day of an instant.
    @inline(__always)
    mutating func day(of second: UInt32) -> Int {
        let stretch = finder.index(around: Int64(second))
        if stretch == dayOfStretch.count { addStretch(of: finder[stretch].day) }
        return dayOfStretch[stretch]
    }

    /// A day's second stretch shares the tally of its first.
    private mutating func addStretch(of day: CalendarDay) {
        if let known = days.firstIndex(where: { $0.day == day }) {
            dayOfStretch.append(known)
        } else {
            dayOfStretch.append(days.count)
            days.append(DayTally(day: day))
        }
    }

    mutating func noteMalformed(_ line: ByteView) {
        timeless[.malformed] += 1
        if malformedSamples.count < SourceTally.maximumSamples {
            malformedSamples.append(line[0..<min(line.count, SourceTally.maximumSampleBytes)].bytes)
        }
    }
}
