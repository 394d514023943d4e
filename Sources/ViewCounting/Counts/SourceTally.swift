import LogReading

/// What one source brings, while it is read: provisional until its end is reached undamaged.
final class SourceTally {
    /// Lines that belong to no day.
    var timeless = Accounting()
    private(set) var days: [DayTally] = []
    var clicks = ClickPieces()
    /// The first lines that did not fit the format.
    private(set) var malformedSamples: [[UInt8]] = []

    private var finder: StretchFinder
    /// By number of the finder's stretch.
    private var tallies: [DayTally] = []

    static let maximumSamples = 3
    private static let maximumSampleBytes = 300

    init(calendar: SiteCalendar) {
        finder = StretchFinder(calendar)
    }

    /// Lines of all outcomes.
    var lines: Int { days.reduce(timeless.lines) { $0 + $1.accounting.lines } }

    /// The tally of the local day of an instant.
    @inline(__always)
    func day(of second: UInt32) -> DayTally {
        let index = finder.index(around: Int64(second))
        if index == tallies.count { addStretch(of: finder[index].day) }
        return tallies[index]
    }

    /// A day's second stretch shares the tally of its first.
    private func addStretch(of day: CalendarDay) {
        if let known = days.first(where: { $0.day == day }) {
            tallies.append(known)
        } else {
            days.append(DayTally(day: day))
            tallies.append(days[days.count - 1])
        }
    }

    func noteMalformed(_ line: ByteView) {
        timeless[.malformed] += 1
        if malformedSamples.count < SourceTally.maximumSamples {
            malformedSamples.append(line[0..<min(line.count, SourceTally.maximumSampleBytes)].bytes)
        }
    }
}
